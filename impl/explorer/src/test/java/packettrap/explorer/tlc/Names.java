package packettrap.explorer.tlc;

import java.lang.reflect.Field;
import java.util.IdentityHashMap;
import java.util.Map;
import tlc2.tool.BuiltInOPs;
import util.InternTable;
import util.UniqueString;

/**
 * TLC keeps with each name the place of its definition, in a table that outlives a run, and counts
 * places from 0 in each run: in a second run two names may get one place. So the places are
 * forgotten before each run, but for those of TLC's own names.
 */
final class Names {
  private static final int NOWHERE = -1;

  private static final Map<UniqueString, Integer> OWN = new IdentityHashMap<>();
  private static boolean known;

  private Names() {}

  static void forget() {
    try {
      Class.forName(BuiltInOPs.class.getName());
      Field table = InternTable.class.getDeclaredField("table");
      table.setAccessible(true);
      Field place = UniqueString.class.getDeclaredField("loc");
      place.setAccessible(true);
      for (UniqueString name : (UniqueString[]) table.get(UniqueString.internTbl)) {
        if (name == null) {
          continue;
        } else if (!known) {
          OWN.put(name, place.getInt(name));
        } else {
          name.setLoc(OWN.getOrDefault(name, NOWHERE));
        }
      }
      known = true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this TLC keeps its names in another way", e);
    }
  }
}
