package packettrap.reference;

import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/**
 * What devlink knows of a registered device: actions, bindings, parameters, statistics.
 *
 * <p>Immutable; a change makes a new state that shares what did not change.
 */
public final class DevlinkState {
  static final DevlinkState NOTHING = fresh(Objects.NONE);

  private static final TrapAction[] ACTIONS = TrapAction.values();
  private static final int UNBOUND = -1;
  private static final int ROW = 8;

  final Objects objects;

  private final byte[] actions;
  private final int[] bindings;

  /** Rate and burst of each policer, in pairs. */
  private final long[] parameters;

  /**
   * Packets and bytes, in pairs: all traps, then all groups. In rows, so that a packet copies the
   * two rows that it counts in and shares the others.
   */
  private final long[][] counts;

  private DevlinkState(
      Objects objects, byte[] actions, int[] bindings, long[] parameters, long[][] counts) {
    this.objects = objects;
    this.actions = actions;
    this.bindings = bindings;
    this.parameters = parameters;
    this.counts = counts;
  }

  /** The state right after registration. */
  static DevlinkState fresh(Objects objects) {
    byte[] actions = new byte[objects.traps.length];
    for (int i = 0; i < actions.length; i++) {
      actions[i] = (byte) objects.traps[i].initialAction().ordinal();
    }
    int[] bindings = new int[objects.groups.length];
    for (int i = 0; i < bindings.length; i++) {
      bindings[i] = objects.policer(objects.groups[i].policer());
    }
    long[] parameters = new long[2 * objects.policers.length];
    for (int i = 0; i < objects.policers.length; i++) {
      parameters[2 * i] = objects.policers[i].initialRate();
      parameters[2 * i + 1] = objects.policers[i].initialBurst();
    }
    int rows = (actions.length + bindings.length + ROW - 1) / ROW;
    long[][] counts = new long[rows][2 * ROW];
    return new DevlinkState(objects, actions, bindings, parameters, counts);
  }

  /** How many traps there are. */
  public int trapCount() {
    return actions.length;
  }

  /** How many groups there are. */
  public int groupCount() {
    return bindings.length;
  }

  /** How many policers there are. */
  public int policerCount() {
    return parameters.length / 2;
  }

  /** The index of a trap, or -1. */
  public int trap(String name) {
    return objects.trap(name);
  }

  /** The index of a group, or -1. */
  public int group(String name) {
    return objects.group(name);
  }

  /** The index of a policer, or -1. */
  public int policer(Long id) {
    return objects.policer(id);
  }

  /** The index of a trap's group. */
  public int groupOf(int trap) {
    return objects.groupOf[trap];
  }

  /** The indexes of a group's traps, in registration order. */
  public int[] members(int group) {
    return objects.members[group].clone();
  }

  /** A trap as it was registered. */
  public Trap registeredTrap(int trap) {
    return objects.traps[trap];
  }

  /** A group as it was registered. */
  public Group registeredGroup(int group) {
    return objects.groups[group];
  }

  /** A policer as it was registered. */
  public Policer registeredPolicer(int policer) {
    return objects.policers[policer];
  }

  /** The action of a trap. */
  public TrapAction action(int trap) {
    return ACTIONS[actions[trap]];
  }

  /** The index of the policer that a group is bound to, or -1. */
  public int binding(int group) {
    return bindings[group];
  }

  /** A policer's rate, packets a second. */
  public long rate(int policer) {
    return parameters[2 * policer];
  }

  /** A policer's burst, packets. */
  public long burst(int policer) {
    return parameters[2 * policer + 1];
  }

  /** Packets reported on a trap. */
  public long trapPackets(int trap) {
    return packets(trap);
  }

  /** Their bytes. */
  public long trapBytes(int trap) {
    return bytes(trap);
  }

  /** Packets reported on the traps of a group. */
  public long groupPackets(int group) {
    return packets(actions.length + group);
  }

  /** Their bytes. */
  public long groupBytes(int group) {
    return bytes(actions.length + group);
  }

  /** The state with another action for a trap. */
  public DevlinkState withAction(int trap, TrapAction action) {
    if (actions[trap] == action.ordinal()) {
      return this;
    }
    byte[] copy = actions.clone();
    copy[trap] = (byte) action.ordinal();
    return new DevlinkState(objects, copy, bindings, parameters, counts);
  }

  /** The state with a group bound to a policer, or to none with -1. */
  public DevlinkState withBinding(int group, int policer) {
    int[] copy = bindings.clone();
    copy[group] = policer < 0 ? UNBOUND : policer;
    return new DevlinkState(objects, actions, copy, parameters, counts);
  }

  /** The state with other parameters for a policer. */
  public DevlinkState withParameters(int policer, long rate, long burst) {
    long[] copy = parameters.clone();
    copy[2 * policer] = rate;
    copy[2 * policer + 1] = burst;
    return new DevlinkState(objects, actions, bindings, copy, counts);
  }

  /** The state after packets of a trap were counted, on it and on its group. */
  public DevlinkState counting(int trap, long packets, long bytes) {
    return countingOn(trap, objects.groupOf[trap], packets, bytes);
  }

  /** The state after packets were counted on a trap and on some group; -1 leaves one out. */
  public DevlinkState countingOn(int trap, int group, long packets, long bytes) {
    long[][] copy = counts.clone();
    if (trap >= 0) {
      count(copy, trap, packets, bytes);
    }
    if (group >= 0) {
      count(copy, actions.length + group, packets, bytes);
    }
    return new DevlinkState(objects, actions, bindings, parameters, copy);
  }

  private static void count(long[][] rows, int place, long packets, long bytes) {
    long[] row = rows[place / ROW].clone();
    row[2 * (place % ROW)] += packets;
    row[2 * (place % ROW) + 1] += bytes;
    rows[place / ROW] = row;
  }

  private long packets(int place) {
    return counts[place / ROW][2 * (place % ROW)];
  }

  private long bytes(int place) {
    return counts[place / ROW][2 * (place % ROW) + 1];
  }
}
