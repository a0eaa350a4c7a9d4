package packettrap.conformance.engine;

import java.util.function.LongSupplier;

/** What the time is for a device in real time; one that is only simulated has its own. */
public interface Clock {
  /** The time of day, in nanoseconds since 1970. */
  long time();

  /** Nanoseconds that passed since some moment; never fewer than before. */
  long passed();

  /** A clock that tells the time since it was made, and takes that for the time of day. */
  static Clock of(LongSupplier nanos) {
    return new Clock() {
      @Override
      public long time() {
        return nanos.getAsLong();
      }

      @Override
      public long passed() {
        return nanos.getAsLong();
      }
    };
  }

  /** The clocks of this machine. */
  Clock REAL =
      new Clock() {
        @Override
        public long time() {
          return System.currentTimeMillis() * 1_000_000L;
        }

        @Override
        public long passed() {
          return System.nanoTime();
        }
      };
}
