package packettrap.linux.kernel;

import java.util.ArrayList;
import java.util.List;
import packettrap.linux.netlink.Answer;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.View;
import packettrap.wire.Ack;

/** Makes the specification's replies of the kernel's answers. */
final class Replies {
  private Replies() {}

  /** The refusal; an error that the specification does not know is EIO and says its number. */
  static Reply failed(Ack end) {
    return end.errno()
        .<Reply>map(errno -> new Reply.Failed(errno, end.message()))
        .orElseGet(
            () ->
                new Reply.Failed(
                    Errno.EIO,
                    "errno " + end.error() + (end.message() == null ? "" : ": " + end.message())));
  }

  /** The reply to a request that has no result. */
  static Reply done(Answer answer) {
    if (answer.failed()) {
      return failed(answer.end());
    }
    String warning = answer.end().message();
    return warning == null ? Reply.DONE : new Reply.Done(warning);
  }

  /** The reply to a request for all of a kind. */
  static <V extends View> List<V> only(Class<V> kind, List<View> views) {
    List<V> result = new ArrayList<>();
    views.stream().filter(kind::isInstance).map(kind::cast).forEach(result::add);
    return result;
  }
}
