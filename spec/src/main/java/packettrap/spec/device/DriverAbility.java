package packettrap.spec.device;

import java.util.List;
import java.util.Map;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.message.Cookie;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/**
 * What a {@link TrapDriver} may do beyond what every driver does: it implements the interfaces of
 * those abilities that it has.
 *
 * <p>A callback that a driver does not have is missing in the kernel too, and the rules say what
 * requests get then.
 */
public sealed interface DriverAbility {

  /** Sets all traps of a group in one go. Source: {@code trap_group_action_set}. */
  non-sealed interface SetsGroupAction extends DriverAbility {
    /** The drop traps of a group get an action; a refusal changed none of them. */
    Answer groupActionSet(Group group, TrapAction action);
  }

  /** Binds groups to policers. Source: {@code trap_group_set}. */
  non-sealed interface BindsGroups extends DriverAbility {
    /**
     * A group is bound to a policer.
     *
     * @param policer null: it is unbound
     */
    Answer groupSet(Group group, Policer policer);
  }

  /** Changes policers. Source: {@code trap_policer_set}. */
  non-sealed interface SetsPolicers extends DriverAbility {
    /**
     * A policer gets new parameters; they lie within its limits.
     *
     * @param rate packets a second
     * @param burst packets
     */
    Answer policerSet(Policer policer, long rate, long burst);
  }

  /** Counts what policers discard. Source: {@code trap_policer_counter_get}. */
  non-sealed interface CountsPolicerDrops extends DriverAbility {
    /** Packets that a policer discarded. */
    Counter policerDropped(Policer policer);
  }

  /** Counts what the device drops for each trap. Source: {@code trap_drop_counter_get}. */
  non-sealed interface CountsTrapDrops extends DriverAbility {
    /** Packets that the device dropped for a trap while its action was drop. */
    Counter trapDropped(Trap trap);
  }

  /** Is a switch that can be configured. */
  non-sealed interface Configurable extends DriverAbility {
    /** The switch gets a configuration in place of the one it has; a refusal changed nothing. */
    Answer configure(SwitchConfig config);
  }

  /** Does things when time passes, for instance sends what waits in a queue. */
  non-sealed interface KeepsTime extends DriverAbility {
    /** It is now {@link TrapHost#now}. */
    void timePassed();
  }

  /**
   * Has traffic of its own while its ports are up, in place of frames that are injected.
   *
   * <p>They are down when it starts. It reports from {@link KeepsTime#timePassed}.
   */
  non-sealed interface MakesTraffic extends DriverAbility {
    /**
     * All ports are taken up, or down.
     *
     * @param cookie what flow rules that drop its own traffic carry; null if down
     */
    void ports(boolean up, Cookie cookie);
  }

  /** Can be made to refuse, so that the state after a refusal can be looked at. */
  non-sealed interface FailsOnRequest extends DriverAbility {
    /** From now on this callback refuses (any errno) and changes nothing, or no longer does. */
    void fail(Callback callback, boolean on);
  }

  /** Brings frames that provoke its traps, beside those of the kit. */
  non-sealed interface BringsScenarios extends DriverAbility {
    /** The scenarios. Always the same. */
    List<Scenario> scenarios();
  }

  /** Registers whatever it is told to. */
  non-sealed interface RegistersOnRequest extends DriverAbility {
    /** At the next start it registers this; null: its own again. */
    void register(Registration registration);
  }

  /** Takes options of the command line. */
  non-sealed interface TakesOptions extends DriverAbility {
    /**
     * The options, before anything else is called.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong and what would be
     *     right
     */
    void options(Map<String, String> options);
  }

  /** Is about to touch something that was there before and stays: a machine, a switch. */
  non-sealed interface AnnouncesItself extends DriverAbility {
    /**
     * What is going to be touched, a sentence each. The user gets to read them after the options
     * were given and before anything else is called; until then nothing may be changed.
     */
    List<String> announcement();
  }
}
