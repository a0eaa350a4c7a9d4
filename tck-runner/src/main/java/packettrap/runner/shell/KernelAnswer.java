package packettrap.runner.shell;

import java.io.PrintStream;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;

/**
 * Says what a reply without a result means, as iproute2 does.
 *
 * <p>Source: {@code nl_dump_ext_ack} and {@code mnlu_gen_socket_sndrcv} of iproute2.
 */
final class KernelAnswer {
  private KernelAnswer() {}

  /** Prints warning and refusal; true: it was no refusal. */
  static boolean print(Reply reply, PrintStream err) {
    if (reply instanceof Reply.Failed failed) {
      if (failed.message() != null) {
        err.println("Error: " + sentence(failed.message()));
      }
      refused(failed.errno(), err);
      return false;
    }
    if (reply instanceof Reply.Done done && done.warning() != null) {
      err.println("Warning: " + sentence(done.warning()));
    }
    return true;
  }

  static void refused(Errno errno, PrintStream err) {
    err.println("kernel answers: " + errno.text());
  }

  private static String sentence(String message) {
    return message.endsWith(".") ? message : message + ".";
  }
}
