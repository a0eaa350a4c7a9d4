package packettrap.explorer.tlc;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the modules say of rules, and what they leave unsaid. */
final class RuleBook {
  static final String MODULE = "PacketTrapRules.tla";

  /** Rules about states; all others are about steps. */
  static final Set<String> OF_STATES = Set.of("POL_23", "MON_01", "MON_35");

  private static final Pattern DEFINITION = Pattern.compile("(?m)^([A-Z]{3}_[0-9]{2}) ==");
  private static final Pattern REASON = Pattern.compile("([A-Z]{3}-[0-9]{2}) (\\S.*)");

  private RuleBook() {}

  /** Names of the operators that are rules, such as ACT_04. */
  static Set<String> said() {
    Set<String> said = new TreeSet<>();
    Matcher matcher = DEFINITION.matcher(TlaModel.read(MODULE));
    while (matcher.find()) {
      said.add(matcher.group(1));
    }
    return said;
  }

  /** Reasons by id, such as MET-01. */
  static Map<String, String> unsaid() {
    Map<String, String> unsaid = new TreeMap<>();
    for (String line : TlaModel.read("unsaid.txt").lines().toList()) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      Matcher matcher = REASON.matcher(line);
      if (!matcher.matches()) {
        throw new IllegalStateException("not a rule and a reason: " + line);
      }
      if (unsaid.put(matcher.group(1), matcher.group(2)) != null) {
        throw new IllegalStateException("twice: " + matcher.group(1));
      }
    }
    return unsaid;
  }
}
