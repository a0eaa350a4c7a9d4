package packettrap.explorer.tlc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tlc2.value.IValue;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/** Makes plain values of TLC's: Integer, Boolean, String, List and, for a record, Map. */
final class TlcValues {
  private TlcValues() {}

  static Map<String, Object> plain(RecordValue record) {
    Map<String, Object> fields = new TreeMap<>();
    for (int i = 0; i < record.names.length; i++) {
      fields.put(record.names[i].toString(), plain(record.values[i]));
    }
    return fields;
  }

  static Object plain(IValue value) {
    if (value instanceof IntValue number) {
      return number.val;
    } else if (value instanceof StringValue text) {
      return text.val.toString();
    } else if (value instanceof BoolValue truth) {
      return truth.val;
    } else if (value instanceof RecordValue record) {
      return plain(record);
    } else if (value instanceof TupleValue || value instanceof FcnRcdValue) {
      List<Object> elements = new ArrayList<>();
      for (Value element : ((TupleValue) ((Value) value).toTuple()).elems) {
        elements.add(plain(element));
      }
      return elements;
    }
    Value tuple = ((Value) value).toTuple();
    if (tuple == null) {
      throw new IllegalArgumentException("a value of " + value.getClass() + ": " + value);
    }
    return plain(tuple);
  }
}
