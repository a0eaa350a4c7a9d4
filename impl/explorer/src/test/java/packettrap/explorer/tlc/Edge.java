package packettrap.explorer.tlc;

import java.util.Map;
import tlc2.tool.Action;
import tlc2.tool.TLCState;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/**
 * A transition that TLC made. The raw values are as TLC has them; {@link TlcValues} makes plain
 * ones.
 *
 * @param before the state
 * @param action what was done; TLC has one object for each input, so that it can be a key
 * @param after the next state
 * @param fresh whether that state was not seen before
 */
record Edge(TLCState before, Action action, TLCState after, boolean fresh) {
  private static final UniqueString STATE = UniqueString.of("state");
  private static final UniqueString LAST = UniqueString.of("last");
  private static final UniqueString INPUT = UniqueString.of("input");
  private static final UniqueString OUTPUT = UniqueString.of("output");

  /** The state before, as in the module's {@code Initial}. */
  RecordValue source() {
    return (RecordValue) before.lookup(STATE);
  }

  /** The state after. */
  RecordValue target() {
    return (RecordValue) after.lookup(STATE);
  }

  /** The input, a record with the field {@code kind}. */
  RecordValue input() {
    return last(INPUT);
  }

  /** The output, as in the module's {@code Silent}. */
  RecordValue output() {
    return last(OUTPUT);
  }

  /** The input with plain values. */
  Map<String, Object> plainInput() {
    return TlcValues.plain(input());
  }

  private RecordValue last(UniqueString field) {
    return (RecordValue) field((RecordValue) after.lookup(LAST), field);
  }

  static Value field(RecordValue record, UniqueString name) {
    for (int i = 0; i < record.names.length; i++) {
      if (record.names[i].equals(name)) {
        return record.values[i];
      }
    }
    throw new IllegalArgumentException("no field " + name + " in " + record);
  }
}
