package packettrap.wire.devlink;

import packettrap.wire.Attributes;
import packettrap.wire.MessageWriter;

/**
 * What a devlink message calls its device.
 *
 * @param bus name of the bus; null: left out
 * @param device name of the device on it; null: left out
 */
public record Handle(String bus, String device) {
  /** No device at all. */
  public static final Handle NONE = new Handle(null, null);

  /** The handle of a text as in netdevsim/netdevsim10; null: none. */
  public static Handle parse(String text) {
    if (text == null) {
      return NONE;
    }
    int slash = text.indexOf('/');
    return slash < 0
        ? new Handle(text, null)
        : new Handle(text.substring(0, slash), text.substring(slash + 1));
  }

  static Handle of(Attributes attributes) {
    return new Handle(attributes.text(Numbers.BUS), attributes.text(Numbers.DEVICE));
  }

  void write(MessageWriter writer) {
    if (bus != null) {
      writer.text(Numbers.BUS, bus);
    }
    if (device != null) {
      writer.text(Numbers.DEVICE, device);
    }
  }

  /** As in netdevsim/netdevsim10; null for none. */
  public String text() {
    return bus == null ? null : device == null ? bus : bus + "/" + device;
  }

  @Override
  public String toString() {
    return String.valueOf(text());
  }
}
