package packettrap.conformance.exhaustive;

import java.util.Arrays;
import java.util.List;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/** What a device is asked from its start on, and what it must answer and do. */
final class Life {
  /**
   * A request that is no action: it only makes the actions possible, or shows what came of them.
   */
  static final int ASIDE = -1;

  private Request[] requests = new Request[1 << 11];
  private Reply[] replies = new Reply[1 << 11];
  private Object[] events = new Object[1 << 11];
  private int[] actions = new int[1 << 11];
  private int length;
  private long walked;

  /**
   * One more request.
   *
   * @param action number of the action that it is, or {@link #ASIDE}
   */
  void add(int action, Request request, Reply reply, List<Event> happening) {
    if (length == requests.length) {
      requests = Arrays.copyOf(requests, 2 * length);
      replies = Arrays.copyOf(replies, 2 * length);
      events = Arrays.copyOf(events, 2 * length);
      actions = Arrays.copyOf(actions, 2 * length);
    }
    requests[length] = request;
    replies[length] = reply;
    events[length] = happening;
    actions[length++] = action;
  }

  /** How many requests there are. */
  int length() {
    return length;
  }

  Request request(int number) {
    return requests[number];
  }

  Reply reply(int number) {
    return replies[number];
  }

  @SuppressWarnings("unchecked")
  List<Event> events(int number) {
    return (List<Event>) events[number];
  }

  /** The actions from one request to another. */
  int[] actions(int from, int to) {
    return Arrays.stream(actions, from, to + 1).filter(action -> action != ASIDE).toArray();
  }

  /** The number of the action that a request is, or {@link #ASIDE}. */
  int action(int number) {
    return actions[number];
  }

  /** How many transitions it walks on that no life did before. */
  long walked() {
    return walked;
  }

  void end(long transitions) {
    walked = transitions;
  }
}
