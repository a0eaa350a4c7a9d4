package packettrap.runner.driver.exec;

import java.util.ArrayList;
import java.util.List;
import packettrap.runner.Unusable;

/** Splits a command into its words as a shell does: white space, quotes, backslashes; no more. */
final class Words {
  private Words() {}

  /**
   * The words of a command.
   *
   * @throws Unusable if there is none, or a quote does not end
   */
  static List<String> of(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote == 0 && Character.isWhitespace(c)) {
        if (word != null) {
          words.add(word.toString());
        }
        word = null;
        continue;
      }
      word = word == null ? new StringBuilder() : word;
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (quote != 0 && c == quote) {
        quote = 0;
      } else if (c == '\\' && quote != '\'' && i + 1 < command.length()) {
        word.append(command.charAt(++i));
      } else {
        word.append(c);
      }
    }
    if (quote != 0) {
      throw new Unusable(
          "In --driver exec:%s a quote (%s) does not end.".formatted(command, quote));
    }
    if (word != null) {
      words.add(word.toString());
    }
    if (words.isEmpty()) {
      throw new Unusable("--driver exec: needs a command behind the colon, as exec:./driver.");
    }
    return words;
  }
}
