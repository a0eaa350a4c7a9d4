package packettrap.runner;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import packettrap.conformance.Share;

/** Reads {@code --shard I/N}. */
final class ShardOption {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

  private ShardOption() {}

  /**
   * The share of the run that is wanted; null: all of it.
   *
   * @throws Unusable if there is no such share
   */
  static Share parse(String text) {
    if (text == null) {
      return null;
    }
    Matcher given = FORM.matcher(text);
    try {
      if (given.matches()) {
        return new Share(Integer.parseInt(given.group(1)), Integer.parseInt(given.group(2)));
      }
    } catch (IllegalArgumentException e) {
      // There is one sentence for both.
    }
    throw new Unusable(
        "--shard must be I/N, part I of N with I from 1 to N and N up to %d, as in 2/3, not %s."
            .formatted(Share.MOST, text));
  }
}
