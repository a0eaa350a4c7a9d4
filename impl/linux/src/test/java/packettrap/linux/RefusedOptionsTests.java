package packettrap.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedOptionsTests {
  @TempDir Path root;
  private FakeKernel kernel;

  @BeforeEach
  void boot() {
    kernel = new FakeKernel(root);
  }

  private void open(String... options) {
    Map<String, String> given = new TreeMap<>(Map.of("device", FakeKernel.DEVICE.text()));
    for (String option : options) {
      given.put(option.substring(0, option.indexOf('=')), option.replaceFirst("[^=]*=", ""));
    }
    given.remove("device", "");
    new LinuxDevice(kernel).options(given);
  }

  private String refusal(String... options) {
    return assertThrows(IllegalArgumentException.class, () -> open(options)).getMessage();
  }

  private String refusalOf(Consumer<FakeKernel> trouble, String... options) {
    trouble.accept(kernel);
    return refusal(options);
  }

  @Test
  void whatever_makes_it_impossible_is_one_sentence() {
    assertEquals(
        "Say which devlink device with --option device=BUS/NAME; there is pci/0000:01:00.0.",
        refusal("device="));
    assertEquals(
        "There is no devlink device pci/x; there is pci/0000:01:00.0.", refusal("device=pci/x"));
    assertEquals(
        "device must be a bus and a name, as in netdevsim/netdevsim10, not eth0.",
        refusal("device=eth0"));
    assertEquals("writable must be true or false, not yes.", refusal("writable=yes"));
    assertEquals(
        "There is no option speed; there are device, keep, reload and writable.",
        refusal("speed=9"));
    assertEquals(
        "The option reload changes the device, so it needs writable=true.", refusal("reload=true"));
    assertEquals(
        "The option keep changes the device, so it needs writable=true.", refusal("keep=true"));
    assertEquals(
        "Drop monitor is in use: somebody monitors drops on this machine already. Stop it first"
            + " (dropwatch: stop).",
        refusalOf(machine -> machine.monitoring = true, "writable=true"));
    assertEquals(
        "Changing the device needs CAP_NET_ADMIN; run it as root, or without writable=true.",
        refusalOf(machine -> machine.privileged = false, "writable=true"));
    assertEquals(
        "This kernel has no devlink (CONFIG_NET_DEVLINK), so it has no packet traps.",
        refusalOf(machine -> machine.hasDevlink = false));
    assertEquals(
        "The kernel does not allow netlink sockets here; run it as root, with CAP_NET_ADMIN.",
        refusalOf(machine -> machine.openError = 13));
    kernel.openError = 0;
    assertEquals(
        "The bridge's native library (JNA) cannot be loaded: no room. It is unpacked into a folder"
            + " that must be writable; XDG_CACHE_HOME names another.",
        refusalOf(machine -> machine.hasLibrary = false));
    assertEquals(
        "The bridge needs a Linux kernel, and this machine runs Plan 9.",
        refusalOf(machine -> machine.system = "Plan 9"));
    assertEquals(List.of(), kernel.changes);
  }
}
