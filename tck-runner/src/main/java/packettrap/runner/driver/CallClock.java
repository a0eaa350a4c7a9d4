package packettrap.runner.driver;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells another thread whether a call of the driver is under way, and whether it is still the same.
 *
 * <p>The calling thread only counts, with ordered but not fenced writes; the thread that watches
 * measures the time.
 */
public final class CallClock {
  private static final VarHandle COUNT;

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(CallClock.class, "count", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final List<CallClock> others = new CopyOnWriteArrayList<>();
  private Object call;
  private Thread caller;

  /** Odd while a call is under way. */
  private long count;

  /** Another, for calls that happen at the same time; who watches this one watches it as well. */
  CallClock another() {
    CallClock other = new CallClock();
    others.add(other);
    return other;
  }

  /** The others that there are by now. */
  public List<CallClock> others() {
    return others;
  }

  /** Where the thread is that calls, or called last. */
  public StackTraceElement[] stack() {
    Thread thread = caller;
    return thread == null ? new StackTraceElement[0] : thread.getStackTrace();
  }

  /** A call begins; {@code what} names it. */
  void enter(Object what) {
    call = what;
    caller = Thread.currentThread();
    COUNT.setRelease(this, count + 1);
  }

  /** The call is over. */
  void leave() {
    COUNT.setRelease(this, count + 1);
  }

  /** The number of the call that is under way, 0 if there is none; for any thread. */
  public long underWay() {
    long now = (long) COUNT.getAcquire(this);
    return (now & 1) == 0 ? 0 : now;
  }

  /** What is called, or was last; a request stands for itself. */
  public String call() {
    Object what = call;
    return what instanceof String name ? name : String.valueOf(what);
  }
}
