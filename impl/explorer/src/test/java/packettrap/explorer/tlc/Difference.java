package packettrap.explorer.tlc;

import java.util.List;
import packettrap.explorer.ModelInput;
import packettrap.explorer.Plain;

/**
 * The shortest way to a difference between core and model.
 *
 * @param inputs what happens, the last of which makes the difference
 * @param rules what the core says demands what it does, by ID, the most telling first
 * @param model what the model does
 * @param core what the core does
 */
record Difference(List<ModelInput> inputs, List<String> rules, String model, String core) {
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("core and model differ after");
    for (ModelInput input : inputs) {
      text.append("\n  ").append(Plain.text(Plain.input(input)));
    }
    return text.append("\nThe model ")
        .append(model)
        .append("\nThe core ")
        .append(core)
        .append("\nRules: ")
        .append(String.join(", ", rules))
        .toString();
  }
}
