package packettrap.runner.shell;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import packettrap.conformance.scenario.Playable;
import packettrap.conformance.scenario.Scenarios;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Trap;

/** Sends frames into the device: those of a capture or of a scenario; and lets time pass. */
final class Sending {
  private static final long SECOND = 1_000_000_000;

  private final TrapDevice device;
  private final DeviceDescription description;
  private final CaptureFile captures;
  private final Consumer<Event> listener;
  private final PrintStream out;
  private final PrintStream err;

  /** As much time has passed by request, ns. */
  private long now;

  private long sent;
  private long received;
  private final TreeMap<Integer, Long> transmitted = new TreeMap<>();

  Sending(
      TrapDevice device,
      DeviceDescription description,
      CaptureFile captures,
      Consumer<Event> listener,
      PrintStream out,
      PrintStream err) {
    this.device = device;
    this.description = description;
    this.captures = captures;
    this.listener = listener;
    this.out = out;
    this.err = err;
  }

  /** The scenarios of traps that the device has. */
  List<Scenario> scenarios() {
    Set<String> traps =
        description.registration().traps().stream().map(Trap::name).collect(Collectors.toSet());
    List<Scenario> all = new ArrayList<>(Scenarios.bundled());
    all.addAll(description.scenarios());
    return all.stream()
        .filter(scenario -> traps.contains(scenario.trap()))
        .map(scenario -> Playable.withoutOthers(scenario, traps))
        .toList();
  }

  /** {@code scenarios}: what there is, or what there is of a trap. */
  boolean list(List<String> words) {
    if (words.size() > 1) {
      throw new WrongSyntax("scenarios takes the beginning of a name, or nothing");
    }
    String beginning = words.isEmpty() ? "" : words.get(0);
    List<Scenario> found =
        scenarios().stream().filter(scenario -> scenario.name().startsWith(beginning)).toList();
    found.forEach(scenario -> out.println(scenario.name() + ": " + scenario.title()));
    if (found.isEmpty()) {
      err.println("No scenario of a trap of this device begins with \"%s\".".formatted(beginning));
    }
    return !found.isEmpty();
  }

  /** {@code send}: a capture, or a scenario. */
  boolean send(List<String> words) {
    if (words.isEmpty() || words.size() > 3 || words.size() > 1 && !words.get(1).equals("port")) {
      throw new WrongSyntax("send takes FILE.pcap [ port N ], or the name of a scenario");
    }
    if (!description.has(Capability.FRAMES)) {
      err.println("No frames can be sent into the ports of this device.");
      return false;
    }
    Map<String, Long> before = counted();
    sent = 0;
    received = 0;
    transmitted.clear();
    String name = words.get(0);
    List<Scenario> named =
        scenarios().stream()
            .filter(scenario -> scenario.name().equals(name) || scenario.trap().equals(name))
            .toList();
    boolean done;
    if (words.size() == 1 && !named.isEmpty()) {
      done = named.stream().allMatch(this::play);
    } else if (isFile(name)) {
      int port = words.size() == 3 ? port(words.get(2)) : port("1");
      captures.read(
          Path.of(name),
          (time, frame) -> {
            if (description.has(Capability.VIRTUAL_TIME) && time > now) {
              pass(time - now);
            }
            inject(port, List.of(frame));
          });
      done = true;
    } else {
      err.println(
          "There is neither a file nor a scenario %s; scenarios lists these.".formatted(name));
      return false;
    }
    say(before);
    return done;
  }

  private static boolean isFile(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private int port(String word) {
    int ports = description.ports().size();
    if (!word.matches("[0-9]{1,5}")
        || Integer.parseInt(word) < 1
        || Integer.parseInt(word) > ports) {
      throw new WrongSyntax("The port is a number from 1 to %d, not %s.".formatted(ports, word));
    }
    return Integer.parseInt(word);
  }

  private boolean play(Scenario scenario) {
    int ports = description.ports().size();
    if (scenario.arrivals().stream().anyMatch(arrival -> arrival.port() > ports)) {
      err.println("%s needs more ports than the device has.".formatted(scenario.name()));
      return false;
    }
    if (scenario.config() != null) {
      Reply reply = device.call(new Request.Configure(scenario.config()));
      if (!(reply instanceof Reply.Done)) {
        err.println("The device refuses the configuration of %s.".formatted(scenario.name()));
        return KernelAnswer.print(reply, err);
      }
    }
    if (scenario.settle() > 0) {
      pass(scenario.settle());
    }
    for (Scenario.Arrival arrival : scenario.arrivals()) {
      inject(arrival.port(), List.of(arrival.frame()));
    }
    return true;
  }

  /** {@code wait}: a second, or as many as are said. */
  boolean wait(List<String> words) {
    if (words.size() > 1 || !words.isEmpty() && !words.get(0).matches("[0-9]{1,6}")) {
      throw new WrongSyntax("wait takes a number of seconds, or nothing for one");
    }
    pass(words.isEmpty() ? SECOND : Long.parseLong(words.get(0)) * SECOND);
    return true;
  }

  private void pass(long nanos) {
    if (KernelAnswer.print(device.call(new Request.Advance(nanos)), err)) {
      now += nanos;
    }
    hear();
  }

  private void inject(int port, List<Frame> frames) {
    if (KernelAnswer.print(device.call(new Request.Inject(port, frames)), err)) {
      sent += frames.size();
    }
    hear();
  }

  private void hear() {
    for (Event event : device.poll()) {
      if (event instanceof Event.Received) {
        received++;
      } else if (event instanceof Event.Transmitted out) {
        transmitted.merge(out.port(), 1L, Long::sum);
      }
      listener.accept(event);
    }
  }

  /** Packets of each trap, in the order of registration: reported, or dropped in hardware. */
  private Map<String, Long> counted() {
    Map<String, Long> counts = new LinkedHashMap<>();
    if (device.call(new Request.TrapDump()) instanceof Reply.Traps dump) {
      for (View.OfTrap trap : dump.traps()) {
        long dropped = trap.dropped() == null ? 0 : trap.dropped();
        counts.put(trap.name(), trap.packets() + dropped);
      }
    }
    return counts;
  }

  private void say(Map<String, Long> before) {
    List<String> fates = new ArrayList<>();
    counted()
        .forEach(
            (trap, count) -> {
              long hits = count - before.getOrDefault(trap, 0L);
              if (hits > 0) {
                fates.add("%d hit %s".formatted(hits, trap));
              }
            });
    if (received > 0) {
      fates.add(received + " to the CPU");
    }
    transmitted.forEach((port, frames) -> fates.add("%d out of port %d".formatted(frames, port)));
    out.println(
        "%d %s sent: %s"
            .formatted(
                sent,
                sent == 1 ? "frame" : "frames",
                fates.isEmpty() ? "nothing was seen of them" : String.join(", ", fates)));
  }
}
