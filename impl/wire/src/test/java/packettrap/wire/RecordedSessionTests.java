package packettrap.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.View;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;
import packettrap.wire.devlink.DevlinkObject;
import packettrap.wire.devlink.DevlinkPort;
import packettrap.wire.devlink.DevlinkRequests;
import packettrap.wire.devlink.Handle;
import packettrap.wire.monitor.AlertWriter;
import packettrap.wire.monitor.Alerts;
import packettrap.wire.monitor.MonitorReplies;

/** Bytes of real kernels; what they have to mean stands in the recorded sessions of the facts. */
class RecordedSessionTests {
  private static final Handle DEVICE = new Handle("netdevsim", "netdevsim10");

  @ParameterizedTest
  @ValueSource(strings = {"6.1", "6.12"})
  void a_dump_lists_netdevsims_objects(String version) {
    List<DevlinkObject> objects = objects(Recording.of(version), "genl");

    assertEquals(
        new View.OfTrap(
            "fid_miss",
            TrapType.EXCEPTION,
            false,
            TrapAction.TRAP,
            "l2_drops",
            Set.of(Metadata.INPUT_PORT),
            0,
            0,
            0L),
        withoutDrops((View.OfTrap) objects.get(6).view()));
    assertEquals(
        Set.of(Metadata.INPUT_PORT, Metadata.FLOW_ACTION_COOKIE),
        ((View.OfTrap) objects.get(10).view()).metadata());
    assertEquals(new View.OfGroup("l2_drops", true, 0, 0, 0), objects.get(14).view());
    assertEquals(new View.OfGroup("l3_drops", true, 1, 0, 0), objects.get(15).view());
    View.OfPolicer policer = (View.OfPolicer) objects.get(20).view();
    assertEquals(
        new View.OfPolicer(1, 1000, 128, 0L),
        new View.OfPolicer(policer.id(), policer.rate(), policer.burst(), 0L));
    assertTrue(objects.stream().allMatch(object -> object.device().equals(DEVICE)));
  }

  /** netdevsim's drop counters are other numbers at each read. */
  private static View.OfTrap withoutDrops(View.OfTrap trap) {
    return new View.OfTrap(
        trap.name(),
        trap.type(),
        trap.generic(),
        trap.action(),
        trap.group(),
        trap.metadata(),
        trap.packets(),
        trap.bytes(),
        0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.1", "6.12"})
  void refusals_have_their_errno_and_their_text(String version) {
    String devlink = version.equals("6.1") ? "leftover: " : "";
    Errno badAction = version.equals("6.1") ? Errno.EINVAL : Errno.ERANGE;
    List<Ack> ends =
        Recording.of(version).said("genl").stream()
            .filter(Ack::is)
            .map(Ack::decode)
            .filter(ack -> ack.error() != 0 || ack.message() != null)
            .toList();

    assertEquals(
        List.of(Errno.ENOENT, badAction), // made_up, action 7
        ends.subList(0, 2).stream().map(end -> end.errno().orElseThrow()).toList());
    assertEquals(devlink + "Device did not register this trap", ends.get(0).message());
    assertEquals(
        Ack.of(0, devlink + "Cannot change action of non-drop traps. Skipping"), ends.get(2));
    assertEquals(
        Ack.of(
            Errno.ENOENT.number(),
            devlink + "Trap group set failed, but some changes were committed already"),
        ends.get(3));
    assertEquals(
        Ack.of(Errno.EINVAL.number(), devlink + "Policer rate higher than limit"), ends.get(4));
    assertEquals(Errno.EINVAL, ends.get(5).errno().orElseThrow()); // no device named
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.1", "6.12"})
  void packets_and_summaries_are_told(String version) {
    List<Event> alerts = Recording.of(version).alerts();
    List<Event.HardwareDrop> hardware = of(Event.HardwareDrop.class, alerts);
    List<Event.SoftwareDrop> software = of(Event.SoftwareDrop.class, alerts);
    Event.HardwareDrop flow =
        hardware.stream()
            .filter(drop -> drop.trap().equals("ingress_flow_action_drop"))
            .findFirst()
            .orElseThrow();

    assertEquals("acl_drops", flow.group());
    assertEquals(new Cookie("0123456789abcdef"), flow.cookie());
    assertEquals("eth0", flow.inputPort().name());
    assertEquals(142, flow.originalLength());
    assertEquals(0x800, flow.protocol());
    assertEquals(60, flow.payload().length()); // the truncation that was asked for
    assertEquals(0x800, flow.payload().u16(12));
    assertEquals(
        List.of("NO_SOCKET"),
        software.stream().map(Event.SoftwareDrop::reason).distinct().toList());
    assertTrue(software.get(0).symbol().startsWith("__udp4_lib_rcv+"), software.get(0).symbol());
    Event.HardwareSummary summary = of(Event.HardwareSummary.class, alerts).get(0);
    assertTrue(summary.counts().stream().anyMatch(one -> one.trap().equals("fid_miss")));
    assertTrue(of(Event.SoftwareSummary.class, alerts).get(0).counts().get(0).count() > 0);
  }

  private static <E> List<E> of(Class<E> kind, List<?> values) {
    return values.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.1", "6.12"})
  void families_ports_links_and_drop_monitors_replies_are_read(String version) {
    Recording recording = Recording.of(version);
    List<GenericMessage> said =
        recording.said("genl").stream()
            .filter(message -> !Ack.is(message))
            .map(GenericMessage::of)
            .toList();

    assertEquals("devlink", Family.decode(said.get(0)).name());
    assertEquals(Set.of("config"), Family.decode(said.get(0)).groups().keySet());
    assertEquals(Set.of("events"), Family.decode(said.get(1)).groups().keySet());
    assertEquals(2, Family.decode(said.get(1)).version());
    assertEquals(Optional.of(DEVICE), DevlinkPort.device(said.get(2)));
    assertEquals("eth0", DevlinkPort.decode(said.get(3)).orElseThrow().name());
    int monitoring = Family.decode(said.get(1)).id();
    assertEquals(
        List.of(
            new Reply.MonitorConfig(AlertMode.SUMMARY, 0, 1000),
            new Reply.MonitorStats(0, 0),
            new Reply.MonitorStats(0, 0)),
        said.stream()
            .filter(message -> message.header().type() == monitoring)
            .map(MonitorReplies::decode)
            .toList());
    List<Link> links =
        recording.said("rtnl").stream().filter(m -> !Ack.is(m)).map(Link::decode).toList();
    assertEquals(new Link(1, "lo", true), links.get(0));
    assertTrue(links.stream().anyMatch(link -> link.name().equals("eth0") && link.up()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.1", "6.12"})
  void a_reload_is_told_backwards_and_forwards(String version) {
    List<DevlinkObject> notices = objects(Recording.of(version), "note");

    assertEquals(46, notices.size()); // 14 traps, 6 groups, 3 policers go and come
    assertEquals(
        new Event.TrapNotice(Event.Change.DEL, (View.OfTrap) notices.get(0).view()),
        notices.get(0).notice());
    assertEquals("igmp_v1_report", ((View.OfTrap) notices.get(0).view()).name());
    assertEquals(Event.Change.NEW, notices.get(23).change());
    assertEquals(1, ((View.OfPolicer) notices.get(23).view()).id());
  }

  /** But for the attributes that align others, which not every architecture writes. */
  @ParameterizedTest
  @ValueSource(strings = {"6.1", "6.12"})
  void what_is_written_is_what_the_kernel_wrote(String version) {
    Map<String, Integer> compared = new TreeMap<>();
    for (Recording.Datagram datagram : Recording.of(version).datagrams()) {
      for (Message message : datagram.messages()) {
        byte[] written = again(datagram, message, compared);
        if (written != null) {
          assertEquals(shape(message), shape(Message.split(Bytes.of(written)).get(0)));
        }
      }
    }
    assertEquals(Set.of("alert", "object", "request"), compared.keySet());
    assertTrue(compared.get("alert") > 15 && compared.get("object") > 40, compared::toString);
  }

  private static String shape(Message message) {
    GenericMessage generic = GenericMessage.of(message);
    boolean devlink = generic.command() >= 61;
    return "%s command %d version %d %s"
        .formatted(
            message.header(),
            generic.command(),
            generic.version(),
            shape(generic.attributes(), devlink ? 61 : 8, devlink ? 129 : -1));
  }

  private static List<String> shape(Attributes attributes, int padding, int nest) {
    return attributes.all().stream()
        .filter(attribute -> attribute.type() != padding)
        .map(
            attribute ->
                attribute.type()
                    + "="
                    + (attribute.type() == nest
                        ? shape(attribute.nest(), padding, -1)
                        : attribute.value()))
        .toList();
  }

  /** The message, read and written again; null: it is one that is not compared. */
  private static byte[] again(
      Recording.Datagram datagram, Message message, Map<String, Integer> compared) {
    if (Ack.is(message) || datagram.channel().equals("rtnl")) {
      return null;
    }
    GenericMessage generic = GenericMessage.of(message);
    Optional<DevlinkObject> object = DevlinkObject.decode(generic);
    if (object.isPresent()) {
      compared.merge("object", 1, Integer::sum);
      return object.get().encode(ByteOrder.LITTLE_ENDIAN, message.header());
    } else if (datagram.channel().equals("alert")) {
      compared.merge("alert", 1, Integer::sum);
      Event alert = Alerts.decode(generic).orElseThrow();
      return AlertWriter.encode(ByteOrder.LITTLE_ENDIAN, message.header(), alert);
    } else if (datagram.request() && generic.command() >= 61) {
      compared.merge("request", 1, Integer::sum);
      DevlinkRequests.Addressed request = DevlinkRequests.decode(generic);
      return DevlinkRequests.encode(
          ByteOrder.LITTLE_ENDIAN, message.header(), request.device(), request.request());
    }
    return null;
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.1", "6.12"})
  void a_datagram_that_is_cut_anywhere_is_read_or_refused(String version) {
    for (Recording.Datagram whole : kinds(version)) {
      for (int length = 0; length < whole.bytes().length; length++) {
        byte[] cut = Arrays.copyOf(whole.bytes(), length);
        readOrRefused(new Recording.Datagram(whole.channel(), whole.request(), cut));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.1", "6.12"})
  void a_datagram_with_any_other_byte_is_read_or_refused(String version) {
    for (Recording.Datagram whole : kinds(version)) {
      byte[] bytes = whole.bytes().clone();
      for (int i = 0; i < bytes.length; i++) {
        byte right = bytes[i];
        for (int wrong : wrong(bytes.length, right)) {
          bytes[i] = (byte) wrong;
          readOrRefused(new Recording.Datagram(whole.channel(), whole.request(), bytes));
        }
        bytes[i] = right;
      }
    }
  }

  /** Every other byte; in long datagrams only those that are likely, or there is no end to it. */
  private static int[] wrong(int length, byte right) {
    return length <= 80
        ? IntStream.range(0, 256).toArray()
        : new int[] {0, 1, 0x7f, 0x80, 0xff, right + 1, right - 1, right ^ 4, right ^ 8};
  }

  private static void readOrRefused(Recording.Datagram datagram) {
    try {
      datagram.readAll();
    } catch (MalformedMessage e) {
      assertTrue(e.offset() >= 0 && e.offset() <= datagram.bytes().length, e::getMessage);
    }
  }

  /** One datagram of each kind; dumps of many objects tell nothing more than their first. */
  private static List<Recording.Datagram> kinds(String version) {
    Set<String> seen = new HashSet<>();
    return Recording.of(version).datagrams().stream()
        .filter(datagram -> datagram.bytes().length < 300)
        .filter(
            datagram ->
                seen.add(datagram.channel() + datagram.bytes()[4] + " " + datagram.bytes()[16]))
        .toList();
  }

  private static List<DevlinkObject> objects(Recording recording, String channel) {
    return recording.said(channel).stream()
        .filter(message -> !Ack.is(message))
        .map(GenericMessage::of)
        .map(DevlinkObject::decode)
        .flatMap(Optional::stream)
        .toList();
  }
}
