package packettrap.wire;

import java.nio.ByteOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import packettrap.wire.Attributes.Attribute;

/**
 * A family of generic netlink as the controller describes it. Source: {@code ctrl_fill_info}.
 *
 * @param name as in devlink
 * @param id the type of its messages
 * @param version of its interface
 * @param groups ids of its multicast groups, by name
 */
public record Family(String name, int id, long version, Map<String, Long> groups) {
  /** The controller's own id. */
  public static final int CONTROLLER = 16;

  /** Name of devlink's family. */
  public static final String DEVLINK = "devlink";

  /** Name of drop monitor's family. */
  public static final String DROP_MONITOR = "NET_DM";

  private static final int GET_FAMILY = 3;
  private static final int NEW_FAMILY = 1;
  private static final int CONTROLLER_VERSION = 2;
  private static final int ID = 1;
  private static final int NAME = 2;
  private static final int VERSION = 3;
  private static final int GROUPS = 7;
  private static final int GROUP_NAME = 1;
  private static final int GROUP_ID = 2;

  public Family {
    groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
  }

  /** The id of a multicast group. */
  public Optional<Long> group(String group) {
    return Optional.ofNullable(groups.get(group));
  }

  /** The request for the family of a name. */
  public static byte[] request(ByteOrder order, Message.Header header, String name) {
    return GenericMessage.encode(
        order, header, GET_FAMILY, CONTROLLER_VERSION, writer -> writer.text(NAME, name));
  }

  /**
   * The family that the controller's answer describes.
   *
   * @throws MalformedMessage if it does not describe one
   */
  public static Family decode(GenericMessage message) {
    if (message.command() != NEW_FAMILY) {
      throw new MalformedMessage(
          message.payload().offset() - 4,
          "command 1 (new family) was expected, and this is " + message.command());
    }
    Attributes attributes = message.attributes();
    Map<String, Long> groups = new LinkedHashMap<>();
    for (Attribute group : attributes.nest(GROUPS).all()) {
      Attributes inside = group.nest();
      groups.put(
          inside.require(GROUP_NAME, "name of a multicast group").value().text(),
          inside.require(GROUP_ID, "id of a multicast group").u32());
    }
    return new Family(
        attributes.require(NAME, "name of the family").value().text(),
        attributes.require(ID, "id of the family").u16(),
        attributes.find(VERSION).map(Attribute::u32).orElse(0L),
        groups);
  }

  /** What the controller says of this family. */
  public byte[] encode(ByteOrder order, Message.Header header) {
    return GenericMessage.encode(
        order,
        header,
        NEW_FAMILY,
        CONTROLLER_VERSION,
        writer -> {
          writer.text(NAME, name).u16(ID, id).u32(VERSION, version);
          writer.attribute(GROUPS, this::encodeGroups);
        });
  }

  private void encodeGroups(MessageWriter writer) {
    int index = 1;
    for (Map.Entry<String, Long> group : groups.entrySet()) {
      writer.attribute(
          index++,
          inside -> inside.u32(GROUP_ID, group.getValue()).text(GROUP_NAME, group.getKey()));
    }
  }
}
