package packettrap.linux.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.trap.Callback;
import packettrap.wire.devlink.Handle;

/**
 * What netdevsim offers beside devlink: devices come and go, and callbacks refuse on request.
 *
 * <p>Source: {@code new_device_store}, {@code del_device_store}, {@code nsim_dev_debugfs_init}.
 */
public final class Netdevsim {
  private static final String NAME = "netdevsim";
  private static final Map<Callback, String> SWITCHES =
      new EnumMap<>(
          Map.of(
              Callback.GROUP_SET, "fail_trap_group_set",
              Callback.POLICER_SET, "fail_trap_policer_set",
              Callback.POLICER_COUNTER_GET, "fail_trap_policer_counter_get",
              Callback.DROP_COUNTER_GET, "fail_trap_drop_counter_get"));

  private final Path bus;
  private final Path debug;
  private final String number;

  private Netdevsim(Path bus, Path debug, String number) {
    this.bus = bus;
    this.debug = debug;
    this.number = number;
  }

  /**
   * What is beside a device; empty if it is none of netdevsim.
   *
   * @param root where sys is
   */
  public static Optional<Netdevsim> of(Handle device, Path root) {
    if (!NAME.equals(device.bus()) || !device.device().matches(NAME + "[0-9]+")) {
      return Optional.empty();
    }
    return Optional.of(
        new Netdevsim(
            root.resolve("sys/bus/netdevsim"),
            root.resolve("sys/kernel/debug/netdevsim").resolve(device.device()),
            device.device().substring(NAME.length())));
  }

  /** Whether devices can be made and removed. */
  public boolean hasLifecycle() {
    return Files.isWritable(bus.resolve("new_device"));
  }

  /** Whether callbacks can be made to refuse: debugfs is mounted, and open to us. */
  public boolean hasSwitches() {
    return SWITCHES.values().stream().allMatch(name -> Files.isWritable(debug.resolve(name)));
  }

  /** The device comes to be, with so many ports. */
  public Reply add(int ports) {
    return write(bus.resolve("new_device"), number + " " + ports);
  }

  /** The device goes. */
  public Reply remove() {
    return write(bus.resolve("del_device"), number);
  }

  /** A callback refuses from now on, or no longer; EOPNOTSUPP if netdevsim has no switch for it. */
  public Reply fail(Callback callback, boolean on) {
    String name = SWITCHES.get(callback);
    return name == null
        ? new Reply.Failed(Errno.EOPNOTSUPP, null)
        : write(debug.resolve(name), on ? "Y" : "N");
  }

  /** Whether a callback reads a counter; if one of them refuses, a dump ends early. */
  public static boolean isCounter(Callback callback) {
    return callback == Callback.POLICER_COUNTER_GET || callback == Callback.DROP_COUNTER_GET;
  }

  /** The switch of a callback. */
  public Path fileOf(Callback callback) {
    return debug.resolve(SWITCHES.get(callback));
  }

  /** Flow rules that drop its packets carry this from now on. */
  public Reply setCookie(Cookie cookie) {
    // nsim_dev_trap_fa_cookie_write takes the last byte for the end of a line.
    return write(debug.resolve("trap_flow_action_cookie"), cookie.hex() + "\n");
  }

  /** Which callbacks can be made to refuse. */
  public static Set<Callback> faults() {
    return SWITCHES.keySet();
  }

  /** Which callbacks refuse now. */
  public Map<Callback, Boolean> switches() {
    Map<Callback, Boolean> now = new EnumMap<>(Callback.class);
    for (Map.Entry<Callback, String> one : SWITCHES.entrySet()) {
      try {
        String text = Files.readString(debug.resolve(one.getValue()), StandardCharsets.US_ASCII);
        now.put(one.getKey(), text.startsWith("Y"));
      } catch (IOException e) {
        // the device is gone, or debugfs is not mounted: there is no switch
      }
    }
    return now;
  }

  /** No callback refuses any more: the answers of the switches that were on. */
  public Map<Callback, Reply> switchOff() {
    Map<Callback, Boolean> wanted = new EnumMap<>(Callback.class);
    switches().keySet().forEach(callback -> wanted.put(callback, false));
    return turn(wanted);
  }

  /** Turns each switch that is not as wanted: its answer. */
  public Map<Callback, Reply> turn(Map<Callback, Boolean> wanted) {
    Map<Callback, Boolean> now = switches();
    Map<Callback, Reply> answers = new EnumMap<>(Callback.class);
    wanted.forEach(
        (callback, on) -> {
          if (!on.equals(now.get(callback))) {
            answers.put(callback, fail(callback, on));
          }
        });
    return answers;
  }

  private static Reply write(Path file, String text) {
    try {
      Files.write(file, text.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
      return Reply.DONE;
    } catch (IOException e) {
      return new Reply.Failed(errno(e), file + ": " + e.getMessage());
    }
  }

  /** Java tells the error as text only. */
  private static Errno errno(IOException e) {
    for (Errno errno : Errno.values()) {
      if (String.valueOf(e.getMessage()).contains(errno.text())) {
        return errno;
      }
    }
    return e instanceof java.nio.file.NoSuchFileException ? Errno.ENODEV : Errno.EIO;
  }
}
