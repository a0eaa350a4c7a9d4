package packettrap.spec.device;

/**
 * A front-panel port.
 *
 * @param number from 1 on; what requests and configurations use
 * @param ifindex index of its network device; what alerts show
 * @param name name of its network device; what alerts show
 */
public record Port(int number, int ifindex, String name) {
  /** Ports 1 to {@code count}, named swp1 and so on, with the interface indexes 101 and so on. */
  public static java.util.List<Port> numbered(int count) {
    return java.util.stream.IntStream.rangeClosed(1, count)
        .mapToObj(number -> new Port(number, 100 + number, "swp" + number))
        .toList();
  }
}
