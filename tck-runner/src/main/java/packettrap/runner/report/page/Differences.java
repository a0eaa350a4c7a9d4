package packettrap.runner.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what differs between two texts, word by word, or between two lists of lines. */
final class Differences {
  private static final Pattern WORD = Pattern.compile("\\w+(?:[.:-]\\w+)*|\\s+|[^\\w\\s]");
  private static final int MOST = 1_000;

  /** A part of a text, and whether the other text lacks it. */
  record Part(String text, boolean differs) {}

  /** Two lines that stand side by side; null: the other side has nothing there. */
  record Pair(String left, String right) {
    boolean same() {
      return left != null && left.equals(right);
    }
  }

  private Differences() {}

  /** The parts of a text, those marked that are not in the other. */
  static List<Part> parts(String text, String other) {
    if (other == null) {
      return List.of(new Part(text, true));
    }
    List<String> words = words(text);
    boolean[] common = common(words, words(other));
    List<Part> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= words.size(); i++) {
      if (i == words.size() || common[i] != common[start]) {
        parts.add(new Part(String.join("", words.subList(start, i)), !common[start]));
        start = i;
      }
    }
    return parts;
  }

  /** Lines side by side: the same ones, and between them the others in their order. */
  static List<Pair> pairs(List<String> left, List<String> right) {
    boolean[] common = common(left, right);
    boolean[] others = common(right, left);
    List<Pair> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < left.size() || j < right.size()) {
      boolean mine = i < left.size() && (!common[i] || j == right.size());
      boolean theirs = j < right.size() && (!others[j] || i == left.size());
      if (mine == theirs) {
        pairs.add(new Pair(left.get(i++), right.get(j++)));
      } else {
        pairs.add(mine ? new Pair(left.get(i++), null) : new Pair(null, right.get(j++)));
      }
    }
    return pairs;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    int end = 0;
    while (words.size() < MOST && matcher.find()) {
      words.add(matcher.group());
      end = matcher.end();
    }
    if (end < text.length()) {
      words.add(text.substring(end));
    }
    return words;
  }

  /** Which of some words are in a longest common subsequence with others. */
  private static boolean[] common(List<String> some, List<String> others) {
    int[][] longest = new int[some.size() + 1][others.size() + 1];
    for (int i = some.size() - 1; i >= 0; i--) {
      for (int j = others.size() - 1; j >= 0; j--) {
        longest[i][j] =
            some.get(i).equals(others.get(j))
                ? 1 + longest[i + 1][j + 1]
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    boolean[] common = new boolean[some.size()];
    int i = 0;
    int j = 0;
    while (i < some.size() && j < others.size()) {
      if (some.get(i).equals(others.get(j))) {
        common[i++] = true;
        j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }
}
