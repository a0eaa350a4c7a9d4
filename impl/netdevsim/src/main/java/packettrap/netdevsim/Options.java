package packettrap.netdevsim;

import java.util.Map;
import packettrap.spec.message.Cookie;

/**
 * What a user of netdevsim sets outside of devlink.
 *
 * @param portUp whether the port is up, so that the device makes packets
 * @param cookie what goes with packets of flow rules; null: nothing
 * @param countReads whether the drop counters tell how often counters were read, as netdevsim's do,
 *     and not what was dropped, which is nothing
 */
record Options(boolean portUp, Cookie cookie, boolean countReads) {
  static final Options DEFAULT = new Options(false, null, false);

  /**
   * Reads options of the command line.
   *
   * @throws IllegalArgumentException with a sentence about the one that is wrong
   */
  static Options read(Map<String, String> given) {
    Options options = DEFAULT;
    for (Map.Entry<String, String> option : given.entrySet()) {
      String value = option.getValue();
      options =
          switch (option.getKey()) {
            case "port" ->
                new Options(
                    isSecond("port", value, "down", "up"), options.cookie, options.countReads);
            case "cookie" -> new Options(options.portUp, cookie(value), options.countReads);
            case "counters" ->
                new Options(
                    options.portUp, options.cookie, isSecond("counters", value, "drops", "reads"));
            default ->
                throw new IllegalArgumentException(
                    "netdevsim's twin has the options port, cookie and counters, but no option "
                        + option.getKey()
                        + ".");
          };
    }
    return options;
  }

  private static boolean isSecond(String name, String value, String first, String second) {
    if (value.equals(second)) {
      return true;
    } else if (value.equals(first)) {
      return false;
    }
    throw new IllegalArgumentException(
        "The option %s is %s or %s, not %s.".formatted(name, first, second, value));
  }

  private static Cookie cookie(String hex) {
    if (!hex.matches("([0-9a-f]{2})+")) {
      throw new IllegalArgumentException(
          "The option cookie is bytes in lower-case hexadecimal digits, at least one, not %s."
              .formatted(hex));
    }
    return new Cookie(hex);
  }
}
