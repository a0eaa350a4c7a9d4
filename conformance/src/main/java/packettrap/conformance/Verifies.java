package packettrap.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The rules that a property verifies, by their ids. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Verifies {
  /** Ids, as in ACT-04; TRP-* stands for a whole family. */
  String[] value();
}
