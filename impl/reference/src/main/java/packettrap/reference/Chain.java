package packettrap.reference;

import java.util.Arrays;
import java.util.List;

/**
 * An immutable list that grows at one end in constant time.
 *
 * @param last the newest element; null in the empty chain
 * @param before the elements before it; null in the empty chain
 * @param size how many there are
 */
public record Chain<T>(T last, Chain<T> before, int size) {
  private static final Chain<?> EMPTY = new Chain<>(null, null, 0);

  /** A list of nothing. */
  @SuppressWarnings("unchecked") // an empty chain holds no element of any type
  public static <T> Chain<T> empty() {
    return (Chain<T>) EMPTY;
  }

  /** The list with one element more. */
  public Chain<T> plus(T element) {
    return new Chain<>(element, this, size + 1);
  }

  /** Its elements in the order in which they came. */
  @SuppressWarnings("unchecked") // the array holds elements of this chain only
  public List<T> oldestFirst() {
    Object[] elements = new Object[size];
    Chain<T> rest = this;
    for (int i = size - 1; i >= 0; i--) {
      elements[i] = rest.last;
      rest = rest.before;
    }
    return (List<T>) Arrays.asList(elements);
  }
}
