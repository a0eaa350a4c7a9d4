package packettrap.spec.device;

import packettrap.spec.message.Errno;

/**
 * What a driver's callback answers.
 *
 * @param errno why it refuses; null: it agrees
 * @param message the extended-ack text that goes with a refusal; null: none
 */
public record Answer(Errno errno, String message) {
  /** The driver agrees. */
  public static final Answer OK = new Answer(null, null);

  /** What is answered in the driver's place where it is not asked ({@code Request.Refuse}). */
  public static final Answer REFUSED = new Answer(Errno.EIO, "The driver refuses");

  /** The driver refuses, without a message. */
  public static Answer refuse(Errno errno) {
    return new Answer(errno, null);
  }

  /** The driver refuses and says why. */
  public static Answer refuse(Errno errno, String message) {
    return new Answer(errno, message);
  }

  /** Whether the driver agrees. */
  public boolean ok() {
    return errno == null;
  }
}
