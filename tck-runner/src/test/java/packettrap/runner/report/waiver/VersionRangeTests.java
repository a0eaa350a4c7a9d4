package packettrap.runner.report.waiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of versions, as Maven writes them. */
class VersionRangeTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1.0,2.0) | 1.0   | true
          [1.0,2.0) | 1.10  | true
          [1.0,2.0) | 2.0   | false
          (1.0,2.0] | 1.0   | false
          (1.0,2.0] | 2.0   | true
          (,2.0)    | 0.1   | true
          [1.9,)    | 1.10  | true
          [1.9,)    | 1.8   | false
          [1.0]     | 1.0   | true
          [1.0]     | 1.0.1 | false
          [1.0,2.0) | x     | false
          """)
  void a_version_is_in_the_range_or_not(String range, String version, boolean inside) {
    assertEquals(inside, VersionRange.parse(range).contains(version));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0",
        "[]",
        "(1.0)",
        "[2.0,1.0]",
        "(1.0,1.0)",
        "[1.0,1.0.0)",
        "[1.0,2.0",
        "[1,2,3]"
      })
  void what_is_no_range_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> VersionRange.parse(text));
  }
}
