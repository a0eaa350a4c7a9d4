package packettrap.runner.shell;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/**
 * What is left of a devlink command line; a word may be given by its beginning.
 *
 * <p>Source: {@code dl_argv_*} of iproute2's devlink.
 */
final class Arguments {
  private static final long U32 = 0xffff_ffffL;

  private final Deque<String> words;

  Arguments(Collection<String> words) {
    this.words = new ArrayDeque<>(words);
  }

  boolean none() {
    return words.isEmpty();
  }

  /** The next word, which stays; null: none. */
  String peek() {
    return words.peek();
  }

  /** Takes the next word if it is this one, or begins it. */
  boolean take(String word) {
    if (words.isEmpty() || words.peek().isEmpty() || !word.startsWith(words.peek())) {
      return false;
    }
    words.remove();
    return true;
  }

  /** Bus and name of a device. */
  String handle() {
    String handle = words.poll();
    String wanted = "Devlink identification (\"bus_name/dev_name\") expected";
    if (handle == null) {
      throw new WrongSyntax(wanted);
    } else if (handle.chars().filter(letter -> letter == '/').count() != 1) {
      throw new WrongSyntax("Wrong identification string format.\n" + wanted);
    }
    return handle;
  }

  /** A name. */
  String name() {
    if (words.isEmpty()) {
      throw new WrongSyntax("String parameter expected");
    }
    return words.remove();
  }

  /** A number of 32 bits. */
  long u32() {
    long number = u64();
    if (Long.compareUnsigned(number, U32) > 0) {
      throw notWithinRange(Long.toUnsignedString(number));
    }
    return number;
  }

  /** A number of 64 bits, to be compared as unsigned. */
  long u64() {
    if (words.isEmpty()) {
      throw new WrongSyntax("Unsigned number argument expected");
    }
    String word = words.remove();
    try {
      return Long.parseUnsignedLong(word);
    } catch (NumberFormatException e) {
      throw notWithinRange(word);
    }
  }

  private static WrongSyntax notWithinRange(String word) {
    return new WrongSyntax("\"%s\" is not a number or not within range".formatted(word));
  }
}
