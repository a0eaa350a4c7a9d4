package packettrap.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import packettrap.linux.kernel.Netdevsim;
import packettrap.spec.json.Json;
import packettrap.wire.devlink.Handle;

/** Puts back what a run had touched that was killed, so that it could not do so itself. */
public final class PutBack {
  private PutBack() {}

  /** Reads the file that is named, does what it says, and deletes it. */
  public static void main(String... arguments) {
    putBack(new Machine.Real(), Path.of(arguments[0]));
  }

  static void putBack(Machine machine, Path file) {
    try {
      of(machine, Json.read(Files.readString(file), LastWill.class)).forEach(machine::say);
      Files.deleteIfExists(file);
    } catch (IOException e) {
      machine.say(
          "The run of the kit was killed, and what it had touched cannot be read: " + file + ".");
    } catch (RuntimeException e) {
      machine.say(
          "The run of the kit was killed, and nothing could be put back ("
              + file
              + " says what it had touched): "
              + e.getMessage());
    }
  }

  /** Does it, and says so. */
  static List<String> of(Machine machine, LastWill will) {
    List<String> said = new ArrayList<>();
    said.add(
        "The run of the kit was killed; the state of %s is put back.".formatted(will.device()));
    Handle device = Handle.parse(will.device());
    said.addAll(will.found().putBack(open(machine, device, will), true));
    return said;
  }

  /** A run may be killed in a moment in which its device is not there. */
  private static Kernel open(Machine machine, Handle device, LastWill will) {
    Options options = new Options(device, false, false, false);
    try {
      return Kernel.open(machine, options);
    } catch (IllegalArgumentException e) {
      Netdevsim.of(device, machine.root())
          .orElseThrow(() -> e)
          .add(will.up().size() + will.down().size());
      return Kernel.open(machine, options);
    }
  }
}
