package packettrap.linux;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import packettrap.wire.devlink.Handle;

/**
 * What the user says about the device.
 *
 * @param device which one; null: not said
 * @param writable whether it may be changed
 * @param reload whether it may be reloaded although it is not of netdevsim
 * @param keep whether it is taken as it is and left as the requests leave it
 */
record Options(Handle device, boolean writable, boolean reload, boolean keep) {
  private static final List<String> NAMES = List.of("device", "keep", "reload", "writable");

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException with a sentence that says what would be right
   */
  static Options parse(Map<String, String> given) {
    Set<String> unknown = new TreeSet<>(given.keySet());
    unknown.removeAll(NAMES);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no option %s; there are device, keep, reload and writable."
              .formatted(String.join(", ", unknown)));
    }
    Options options =
        new Options(
            device(given.get("device")),
            flag(given, "writable"),
            flag(given, "reload"),
            flag(given, "keep"));
    for (String name : List.of("reload", "keep")) {
      if (!options.writable() && flag(given, name)) {
        throw new IllegalArgumentException(
            "The option %s changes the device, so it needs writable=true.".formatted(name));
      }
    }
    return options;
  }

  /** Whether each device begins as if it was just registered, and what is found is put back. */
  boolean renews() {
    return writable && !keep;
  }

  private static Handle device(String text) {
    if (text == null) {
      return null;
    }
    Handle handle = Handle.parse(text);
    if (handle.device() == null || handle.bus().isEmpty() || handle.device().isEmpty()) {
      throw new IllegalArgumentException(
          "device must be a bus and a name, as in netdevsim/netdevsim10, not %s.".formatted(text));
    }
    return handle;
  }

  private static boolean flag(Map<String, String> given, String name) {
    String value = given.getOrDefault(name, "false");
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException(
          "%s must be true or false, not %s.".formatted(name, value));
    }
    return value.equals("true");
  }
}
