---------------------------- MODULE PacketTraps ----------------------------
(***************************************************************************)
(* Packet traps as a machine: devlink's traps, groups and policers, drop   *)
(* monitor, and the hardware of a driver that does as it is told.          *)
(*                                                                         *)
(* The machine is deterministic: each step takes the state and an input to *)
(* the next state and an output.  What a driver's callback answers is a    *)
(* part of the input (`refuse': which of the callbacks that the input      *)
(* causes is refused, counted from 1; 0: none).  Counters that only grow   *)
(* are outputs (`counted', `lost'), not state, so that the machine comes   *)
(* back to where it was and stays small.                                   *)
(*                                                                         *)
(* Traps, groups and policers are numbers, in the order of registration;   *)
(* the number behind the last names one that was not registered.  For      *)
(* policers 0 means none.                                                  *)
(*                                                                         *)
(* What this module leaves out, and why, stands in unsaid.txt.             *)
(***************************************************************************)
EXTENDS Integers, Sequences

(***************************************************************************)
(* A scope: what is registered, what the driver can do, what may happen.   *)
(***************************************************************************)
CONSTANTS
  Traps,      \* <<[type, group, initial]>>: type "drop", "exception", "control"
  Groups,     \* <<[policer]>>: the initial policer, or 0
  Policers,   \* <<[rate, burst, minRate, maxRate, minBurst, maxBurst]>>
  Callbacks,  \* optional callbacks: of "GROUP_ACTION_SET", "GROUP_SET", "POLICER_SET"
  MaxCount,   \* a summary counts no further: more packets are not tried
  MaxQueue    \* a queue grows no further, whatever its configured length

CONSTANTS  \* The inputs that are tried, by kind; each is a set of records.
  TrapSets,          \* [trap, action ("invalid", "absent"), refuse]
  GroupSets,         \* [group, action ("invalid", "absent"), policer (0: unbind; -1: absent), refuse]
  PolicerSets,       \* [policer, rate (-1: absent), burst (-1: absent), refuse]
  Gets,              \* [of ("trap", "group", "policer", "monitor"), object]
  Dumps,             \* [of]
  Misdirecteds,      \* [device ("absent", "unknown")]: a request to a wrong device
  Unprivilegeds,     \* [request]: its caller lacks CAP_NET_ADMIN
  MonitorConfigSets, \* [mode ("invalid", "absent"), queueLength (-1: absent)]
  MonitorStarts,     \* [software, hardware]
  MonitorStops,      \* [software, hardware]
  Packets,           \* [trap]: a packet hits the trap in hardware
  Registers,         \* [refuse]
  Reloads            \* [refuse]

VARIABLES
  state,  \* what Initial says
  last    \* the latest step: its input and its output; not part of the state
vars == <<state, last>>

(***************************************************************************)
(* What TLC tells states apart by.                                         *)
(***************************************************************************)
View == state

Absent == -1

TrapNumbers == 1..Len(Traps)
GroupNumbers == 1..Len(Groups)
PolicerNumbers == 1..Len(Policers)
Actions == {"drop", "trap", "mirror"}

\* A group's traps in the order of registration.
Members ==
  [g \in GroupNumbers |->
    SelectSeq([t \in TrapNumbers |-> t], LAMBDA t : Traps[t].group = g)]

Reverse(seq) == [n \in 1..Len(seq) |-> seq[Len(seq) + 1 - n]]

----------------------------------------------------------------------------
(***************************************************************************)
(* The state                                                               *)
(***************************************************************************)

\* What a device has after it was registered.
Fresh ==
  [action  |-> [t \in TrapNumbers |-> Traps[t].initial],
   binding |-> [g \in GroupNumbers |-> Groups[g].policer],
   rate    |-> [p \in PolicerNumbers |-> Policers[p].rate],
   burst   |-> [p \in PolicerNumbers |-> Policers[p].burst],
   tokens  |-> [p \in PolicerNumbers |-> Policers[p].burst]]

DefaultQueueLength == 1000

Initial ==
  [registered    |-> "yes",     \* "no"; "nothing": a device whose registration failed
   action        |-> Fresh.action,   \* of each trap
   binding       |-> Fresh.binding,  \* of each group: its policer, or 0
   rate          |-> Fresh.rate,     \* of each policer, tokens a second
   burst         |-> Fresh.burst,    \* of each policer, tokens
   tokens        |-> Fresh.tokens,   \* of each policer, now
   mode          |-> "summary",      \* or "packet"
   queueLength   |-> DefaultQueueLength,
   software      |-> FALSE,          \* whether software drops are monitored
   hardware      |-> FALSE,          \* whether hardware drops are monitored
   softwareQueue |-> 0,              \* packets that wait to be told of
   hardwareQueue |-> << >>,          \* their traps, oldest first
   softwareTable |-> 0,              \* software drops since the last summary
   hardwareTable |-> << >>]          \* <<trap, packets>>, in the order of first occurrence

\* The device is there with these objects, or not there.
With(s, registered, objects) ==
  [s EXCEPT !.registered = registered, !.action = objects.action, !.binding = objects.binding,
            !.rate = objects.rate, !.burst = objects.burst, !.tokens = objects.tokens]

Nothing ==
  [action |-> << >>, binding |-> << >>, rate |-> << >>, burst |-> << >>, tokens |-> << >>]

----------------------------------------------------------------------------
(***************************************************************************)
(* Outputs                                                                 *)
(***************************************************************************)
NoView == << >>

Silent ==
  [result    |-> "none",    \* "done", or the errno; "none": nobody asked
   message   |-> "",        \* the extended ack: of an error, or the warning of a success
   view      |-> NoView,    \* what a get or a dump shows
   callbacks |-> << >>,     \* <<[call, object, value, refused]>> in order
   notices   |-> << >>,     \* <<[change ("NEW", "DEL"), of, object, view]>> in order
   alerts    |-> << >>,     \* what drop monitor tells, in order
   fate      |-> "none",    \* of a packet: "dropped", "copied", "policed"
   forwarded |-> FALSE,     \* whether the original goes on
   counted   |-> [trap |-> 0, group |-> 0, drops |-> 0, policer |-> 0],
                            \* whose packets (trap, group) and whose drops (of a trap, of a
                            \* policer) count one more; 0: nobody's
   lost      |-> "none",    \* "software", "hardware": a queue was full
   received  |-> FALSE]     \* whether the stack's Rx path gets the packet

Success == [Silent EXCEPT !.result = "done"]

\* An outcome is what a step leads to.  `enabled' is false if there is no callback to refuse, or
\* the scope ends here.
Outcome(s, output) == [enabled |-> TRUE, state |-> s, output |-> output]
Done(s) == Outcome(s, Success)
Warned(s, message) == Outcome(s, [Success EXCEPT !.message = message])
Shown(s, view) == Outcome(s, [Success EXCEPT !.view = view])
Failed(s, errno, message) == Outcome(s, [Silent EXCEPT !.result = errno, !.message = message])

UNKNOWN_TRAP == "Device did not register this trap"
UNKNOWN_GROUP == "Device did not register this trap group"
UNKNOWN_POLICER == "Device did not register this trap policer"
INVALID_ACTION == "Invalid trap action"
NOT_A_DROP_TRAP == "Cannot change action of non-drop traps. Skipping"
PARTLY_COMMITTED == "Trap group set failed, but some changes were committed already"
RATE_LOW == "Policer rate lower than limit"
RATE_HIGH == "Policer rate higher than limit"
BURST_LOW == "Policer burst size lower than limit"
BURST_HIGH == "Policer burst size higher than limit"
BUSY == "Cannot configure drop monitor during monitoring"
INVALID_MODE == "Invalid alert mode"
SOFTWARE_SET == "Trace state already set to requested state"
HARDWARE_ON == "Hardware monitoring already enabled"
HARDWARE_OFF == "Hardware monitoring already disabled"

\* How the driver refuses.
REFUSAL == "EIO"
REFUSAL_TEXT == "The driver refuses"

----------------------------------------------------------------------------
(***************************************************************************)
(* Callbacks                                                               *)
(***************************************************************************)
Call(call, object, value) ==
  [call |-> call, object |-> object, value |-> value, refused |-> FALSE]

\* The callbacks that are made if the nth of these is refused, and the refusal ends it.
Until(calls, n) ==
  IF n = 0 \/ n > Len(calls) THEN calls
  ELSE [SubSeq(calls, 1, n) EXCEPT ![n].refused = TRUE]

\* The same if a refusal is ignored.
Regardless(calls, n) ==
  IF n = 0 \/ n > Len(calls) THEN calls ELSE [calls EXCEPT ![n].refused = TRUE]

----------------------------------------------------------------------------
(***************************************************************************)
(* Requests about traps                                                    *)
(***************************************************************************)

\* Sources: devlink_nl_trap_set_doit, devlink_trap_action_set
IsAsked(s, t, action) == Traps[t].type = "drop" \/ s.action[t] = action

TrapSet(s, i) ==
  IF s.registered = "no" THEN Failed(s, "ENODEV", "")
  ELSE IF s.action = << >> THEN Failed(s, "EOPNOTSUPP", "")
  ELSE IF i.trap \notin TrapNumbers THEN Failed(s, "ENOENT", UNKNOWN_TRAP)
  ELSE IF i.action = "absent" THEN Done(s)
  ELSE IF i.action = "invalid" THEN Failed(s, "EINVAL", INVALID_ACTION)
  ELSE IF ~IsAsked(s, i.trap, i.action) THEN
    [Warned(s, NOT_A_DROP_TRAP) EXCEPT !.enabled = (i.refuse = 0)]
  ELSE IF i.refuse > 0 THEN
    [enabled |-> i.refuse = 1,
     state   |-> s,
     output  |-> [Silent EXCEPT
                   !.result = REFUSAL, !.message = REFUSAL_TEXT,
                   !.callbacks = Until(<<Call("trap_action_set", i.trap, <<i.action>>)>>, 1)]]
  ELSE
    Outcome([s EXCEPT !.action[i.trap] = i.action],
            [Success EXCEPT !.callbacks = <<Call("trap_action_set", i.trap, <<i.action>>)>>])

TrapView(s, t) ==
  [type |-> Traps[t].type, group |-> Traps[t].group, action |-> s.action[t]]

----------------------------------------------------------------------------
(***************************************************************************)
(* Requests about groups                                                   *)
(***************************************************************************)
GroupView(s, g) == [policer |-> s.binding[g]]

\* The callbacks of a group action.  Source: __devlink_trap_group_action_set
AskedMembers(s, g, action) == SelectSeq(Members[g], LAMBDA t : IsAsked(s, t, action))

GroupActionCalls(s, i) ==
  IF i.action = "absent" THEN << >>
  ELSE IF "GROUP_ACTION_SET" \in Callbacks THEN
    <<Call("trap_group_action_set", i.group, <<i.action>>)>>
  ELSE LET asked == AskedMembers(s, i.group, i.action)
       IN [n \in 1..Len(asked) |-> Call("trap_action_set", asked[n], <<i.action>>)]

\* What the traps' actions are when the nth of these callbacks is refused (0: none).
AfterGroupAction(s, i, calls, n) ==
  IF i.action = "absent" THEN s
  ELSE IF "GROUP_ACTION_SET" \in Callbacks THEN
    IF n = 1 THEN s
    ELSE [s EXCEPT !.action =
           [t \in TrapNumbers |->
             IF Traps[t].group = i.group /\ Traps[t].type = "drop" THEN i.action ELSE @[t]]]
  ELSE LET set == {calls[m].object : m \in 1..(IF n = 0 THEN Len(calls) ELSE n - 1)}
       IN [s EXCEPT !.action = [t \in TrapNumbers |-> IF t \in set THEN i.action ELSE @[t]]]

GroupActionWarning(s, i) ==
  IF /\ i.action # "absent"
     /\ "GROUP_ACTION_SET" \notin Callbacks
     /\ \E n \in 1..Len(Members[i.group]) : ~IsAsked(s, Members[i.group][n], i.action)
  THEN NOT_A_DROP_TRAP ELSE ""

\* Sources: devlink_nl_trap_group_set_doit, devlink_trap_group_set
NoPolicerStep(i) == i.policer = Absent
BindingError(i) ==
  IF "GROUP_SET" \notin Callbacks THEN "EOPNOTSUPP"
  ELSE IF i.policer # 0 /\ i.policer \notin PolicerNumbers THEN "ENOENT"
  ELSE ""

GroupSetKnown(s, i) ==
  LET actionCalls == GroupActionCalls(s, i)
      actions == Len(actionCalls)
      actionRefused == i.refuse > 0 /\ i.refuse <= actions
      acted == AfterGroupAction(s, i, actionCalls, IF actionRefused THEN i.refuse ELSE 0)
      warning == GroupActionWarning(s, i)
      calls == Append(actionCalls, Call("trap_group_set", i.group, <<i.policer>>))
      committed(message) == IF i.action = "absent" THEN message ELSE PARTLY_COMMITTED
  IN IF actionRefused THEN
       Outcome(acted,
               [Silent EXCEPT !.result = REFUSAL, !.message = REFUSAL_TEXT,
                              !.callbacks = Until(actionCalls, i.refuse)])
     ELSE IF NoPolicerStep(i) THEN
       [enabled |-> i.refuse = 0,
        state   |-> acted,
        output  |-> [Success EXCEPT !.message = warning, !.callbacks = actionCalls]]
     ELSE IF BindingError(i) # "" THEN
       [enabled |-> i.refuse = 0,
        state   |-> acted,
        output  |-> [Silent EXCEPT !.result = BindingError(i),
                                   !.message = committed(IF BindingError(i) = "ENOENT"
                                                         THEN UNKNOWN_POLICER ELSE ""),
                                   !.callbacks = actionCalls]]
     ELSE IF i.refuse > 0 THEN
       [enabled |-> i.refuse = actions + 1,
        state   |-> acted,
        output  |-> [Silent EXCEPT !.result = REFUSAL,
                                   !.message = committed(REFUSAL_TEXT),
                                   !.callbacks = Until(calls, i.refuse)]]
     ELSE
       Outcome([acted EXCEPT !.binding[i.group] = i.policer],
               [Success EXCEPT !.message = warning, !.callbacks = calls])

GroupSet(s, i) ==
  IF s.registered = "no" THEN Failed(s, "ENODEV", "")
  ELSE IF s.binding = << >> THEN Failed(s, "EOPNOTSUPP", "")
  ELSE IF i.group \notin GroupNumbers THEN Failed(s, "ENOENT", UNKNOWN_GROUP)
  ELSE IF i.action = "invalid" THEN Failed(s, "EINVAL", INVALID_ACTION)
  ELSE GroupSetKnown(s, i)

----------------------------------------------------------------------------
(***************************************************************************)
(* Requests about policers                                                 *)
(***************************************************************************)
PolicerView(s, p) == [rate |-> s.rate[p], burst |-> s.burst[p]]

Least(a, b) == IF a < b THEN a ELSE b

\* Sources: devlink_nl_trap_policer_set_doit, devlink_trap_policer_set
PolicerSetKnown(s, i, limits, rate, burst) ==
  IF rate < limits.minRate THEN Failed(s, "EINVAL", RATE_LOW)
  ELSE IF rate > limits.maxRate THEN Failed(s, "EINVAL", RATE_HIGH)
  ELSE IF burst < limits.minBurst THEN Failed(s, "EINVAL", BURST_LOW)
  ELSE IF burst > limits.maxBurst THEN Failed(s, "EINVAL", BURST_HIGH)
  ELSE
    LET calls == Until(<<Call("trap_policer_set", i.policer, <<rate, burst>>)>>, i.refuse)
    IN IF i.refuse > 0 THEN
         [enabled |-> i.refuse = 1,
          state   |-> s,
          output  |-> [Silent EXCEPT !.result = REFUSAL, !.message = REFUSAL_TEXT,
                                     !.callbacks = calls]]
       ELSE
         \* The hardware keeps its tokens, cut to the new burst.
         Outcome([s EXCEPT !.rate[i.policer] = rate,
                           !.burst[i.policer] = burst,
                           !.tokens[i.policer] = Least(@, burst)],
                 [Success EXCEPT !.callbacks = calls])

PolicerSet(s, i) ==
  IF s.registered = "no" THEN Failed(s, "ENODEV", "")
  ELSE IF s.rate = << >> THEN Failed(s, "EOPNOTSUPP", "")
  ELSE IF "POLICER_SET" \notin Callbacks THEN Failed(s, "EOPNOTSUPP", "")
  ELSE IF i.policer \notin PolicerNumbers THEN Failed(s, "ENOENT", UNKNOWN_POLICER)
  ELSE PolicerSetKnown(s, i, Policers[i.policer],
                       IF i.rate = Absent THEN s.rate[i.policer] ELSE i.rate,
                       IF i.burst = Absent THEN s.burst[i.policer] ELSE i.burst)

----------------------------------------------------------------------------
(***************************************************************************)
(* Reading, and requests that do not get far                               *)
(***************************************************************************)
MonitorView(s) == [mode |-> s.mode, queueLength |-> s.queueLength]

Objects(s, of) ==
  CASE of = "trap" -> Len(s.action)
    [] of = "group" -> Len(s.binding)
    [] of = "policer" -> Len(s.rate)

ViewOf(s, of, object) ==
  CASE of = "trap" -> TrapView(s, object)
    [] of = "group" -> GroupView(s, object)
    [] of = "policer" -> PolicerView(s, object)

UnknownText(of) ==
  CASE of = "trap" -> UNKNOWN_TRAP
    [] of = "group" -> UNKNOWN_GROUP
    [] of = "policer" -> UNKNOWN_POLICER

Get(s, i) ==
  IF i.of = "monitor" THEN Shown(s, MonitorView(s))
  ELSE IF s.registered = "no" THEN Failed(s, "ENODEV", "")
  ELSE IF Objects(s, i.of) = 0 THEN Failed(s, "EOPNOTSUPP", "")
  ELSE IF i.object \notin 1..Objects(s, i.of) THEN Failed(s, "ENOENT", UnknownText(i.of))
  ELSE Shown(s, ViewOf(s, i.of, i.object))

Dump(s, i) ==
  IF s.registered = "no" THEN Failed(s, "ENODEV", "")
  ELSE Shown(s, [n \in 1..Objects(s, i.of) |-> ViewOf(s, i.of, n)])

\* A request that names no device, or one that is not there.
Misdirected(s, i) == Failed(s, IF i.device = "absent" THEN "EINVAL" ELSE "ENODEV", "")

\* Someone without CAP_NET_ADMIN asks; only reading is for all.
Unprivileged(s, i) ==
  IF i.request = "MonitorConfigGet" THEN Shown(s, MonitorView(s)) ELSE Failed(s, "EPERM", "")

----------------------------------------------------------------------------
(***************************************************************************)
(* Drop monitor                                                            *)
(***************************************************************************)

\* Source: net_dm_cmd_config
MonitorConfigSet(s, i) ==
  IF s.software \/ s.hardware THEN Failed(s, "EBUSY", BUSY)
  ELSE IF i.mode = "invalid" THEN Failed(s, "EINVAL", INVALID_MODE)
  ELSE Done([s EXCEPT !.mode = IF i.mode = "absent" THEN @ ELSE i.mode,
                      !.queueLength = IF i.queueLength = Absent THEN @ ELSE i.queueLength])

\* Neither flag means software.
OnSoftware(i) == i.software \/ ~i.hardware

\* Source: net_dm_monitor_start
MonitorStart(s, i) ==
  IF OnSoftware(i) /\ s.software THEN Failed(s, "EAGAIN", SOFTWARE_SET)
  ELSE IF i.hardware /\ s.hardware THEN Failed(s, "EAGAIN", HARDWARE_ON)
  ELSE Done([s EXCEPT !.software = @ \/ OnSoftware(i), !.hardware = @ \/ i.hardware])

\* Source: net_dm_monitor_stop: hardware first, so that software's text replaces its text.
MonitorStop(s, i) ==
  LET software == OnSoftware(i)
      message == IF software /\ ~s.software THEN SOFTWARE_SET
                 ELSE IF i.hardware /\ ~s.hardware THEN HARDWARE_OFF
                 ELSE ""
  IN Warned([s EXCEPT !.software = @ /\ ~software,
                      !.softwareQueue = IF software THEN 0 ELSE @,
                      !.softwareTable = IF software THEN 0 ELSE @,
                      !.hardware = @ /\ ~i.hardware,
                      !.hardwareQueue = IF i.hardware THEN << >> ELSE @,
                      !.hardwareTable = IF i.hardware THEN << >> ELSE @],
            message)

\* One packet more of a trap in a summary.
Counted(table, trap) ==
  IF \E n \in 1..Len(table) : table[n][1] = trap
  THEN [n \in 1..Len(table) |->
         IF table[n][1] = trap THEN <<trap, table[n][2] + 1>> ELSE table[n]]
  ELSE Append(table, <<trap, 1>>)

MayCount(table, trap) ==
  \A n \in 1..Len(table) : table[n][1] = trap => table[n][2] < MaxCount

\* Drop monitor hears of a packet that was reported; o is the outcome so far.
\* Sources: net_dm_hw_trap_packet_probe, net_dm_hw_trap_summary_probe
Heard(o, trap) ==
  LET s == o.state
  IN IF ~s.hardware \/ Traps[trap].type = "control" THEN o
     ELSE IF s.mode = "summary" THEN
       [o EXCEPT !.enabled = MayCount(s.hardwareTable, trap),
                 !.state.hardwareTable = Counted(@, trap)]
     ELSE IF Len(s.hardwareQueue) >= s.queueLength THEN [o EXCEPT !.output.lost = "hardware"]
     ELSE [o EXCEPT !.enabled = Len(s.hardwareQueue) < MaxQueue,
                    !.state.hardwareQueue = Append(@, trap)]

\* The stack drops a packet.  Source: net_dm_packet_trace_kfree_skb_hit
SoftwareDrop(s, i) ==
  IF ~s.software THEN Outcome(s, Silent)
  ELSE IF s.mode = "summary" THEN
    [enabled |-> s.softwareTable < MaxCount,
     state   |-> [s EXCEPT !.softwareTable = @ + 1],
     output  |-> Silent]
  ELSE IF s.softwareQueue >= s.queueLength THEN Outcome(s, [Silent EXCEPT !.lost = "software"])
  ELSE [enabled |-> s.softwareQueue < MaxQueue,
        state   |-> [s EXCEPT !.softwareQueue = @ + 1],
        output  |-> Silent]

\* What waits in the queues goes out.  Sources: net_dm_packet_work, net_dm_hw_packet_work
Drain(s, i) ==
  [enabled |-> s.softwareQueue > 0 \/ s.hardwareQueue # << >>,
   state   |-> [s EXCEPT !.softwareQueue = 0, !.hardwareQueue = << >>],
   output  |-> [Silent EXCEPT !.alerts =
     [n \in 1..s.softwareQueue |-> [alert |-> "packet", origin |-> "software"]]
     \o [n \in 1..Len(s.hardwareQueue) |->
          [alert |-> "packet", origin |-> "hardware",
           trap |-> s.hardwareQueue[n], group |-> Traps[s.hardwareQueue[n]].group]]]]

\* A second passes: policers gain their rate, and summaries go out.
\* Sources: net_dm_hw_summary_work, send_dm_alert
Summaries(s) ==
  (IF s.softwareTable = 0 THEN << >>
   ELSE <<[alert |-> "summary", origin |-> "software", count |-> s.softwareTable]>>)
  \o
  (IF s.hardwareTable = << >> THEN << >>
   ELSE <<[alert |-> "summary", origin |-> "hardware", table |-> s.hardwareTable]>>)

Tick(s, i) ==
  Outcome([s EXCEPT !.tokens = [p \in 1..Len(@) |-> Least(s.burst[p], @[p] + s.rate[p])],
                    !.softwareTable = 0,
                    !.hardwareTable = << >>],
          [Silent EXCEPT !.alerts = Summaries(s)])

----------------------------------------------------------------------------
(***************************************************************************)
(* Packets: what becomes of one that hits a trap in hardware               *)
(***************************************************************************)
Copied(s, trap) ==
  Outcome(s, [Silent EXCEPT
               !.fate = "copied",
               !.forwarded = s.action[trap] = "mirror",
               !.counted = [@ EXCEPT !.trap = trap, !.group = Traps[trap].group],
               !.received = Traps[trap].type # "drop"])

Packet(s, i) ==
  IF s.registered # "yes" THEN [Outcome(s, Silent) EXCEPT !.enabled = FALSE]
  ELSE IF s.action[i.trap] = "drop" THEN
    Outcome(s, [Silent EXCEPT !.fate = "dropped", !.counted.drops = i.trap])
  ELSE
    LET p == s.binding[Traps[i.trap].group]
    IN IF p = 0 THEN Heard(Copied(s, i.trap), i.trap)
       ELSE IF s.tokens[p] = 0 THEN
         Outcome(s, [Silent EXCEPT !.fate = "policed",
                                   !.forwarded = s.action[i.trap] = "mirror",
                                   !.counted.policer = p])
       ELSE Heard(Copied([s EXCEPT !.tokens[p] = @ - 1], i.trap), i.trap)

----------------------------------------------------------------------------
(***************************************************************************)
(* A device comes, goes and is reloaded                                    *)
(***************************************************************************)
Notice(change, of, object, view) ==
  [change |-> change, of |-> of, object |-> object, view |-> view]

Notices(s, change, of) ==
  [n \in 1..Objects(s, of) |-> Notice(change, of, n, ViewOf(s, of, n))]

\* A device goes: what it calls first, which may refuse to no effect, and then.
\* Sources: devl_traps_unregister, devl_trap_groups_unregister, devl_trap_policers_unregister
SilencingAll == Reverse([t \in TrapNumbers |-> Call("trap_action_set", t, <<"drop">>)])
SilencingCalls(s) == IF s.registered = "yes" THEN SilencingAll ELSE << >>

LeavingAll ==
  Reverse([t \in TrapNumbers |-> Call("trap_fini", t, << >>)])
  \o Reverse([p \in PolicerNumbers |-> Call("trap_policer_fini", p, << >>)])
LeavingCalls(s) == IF s.registered = "yes" THEN LeavingAll ELSE << >>

\* They show what a get would, but every action is drop by now.
TrapsLeave ==
  Reverse([t \in TrapNumbers |->
    Notice("DEL", "trap", t, [TrapView(Initial, t) EXCEPT !.action = "drop"])])
LeavingNotices(s) ==
  IF s.registered = "yes" THEN
    TrapsLeave \o Reverse(Notices(s, "DEL", "group")) \o Reverse(Notices(s, "DEL", "policer"))
  ELSE << >>

Gone(s) == With(s, "no", Nothing)

\* A device comes.
\* Sources: devl_trap_policers_register, devl_trap_groups_register, devl_traps_register
InitCalls ==
  [p \in PolicerNumbers |-> Call("trap_policer_init", p, << >>)]
  \o [g \in GroupNumbers |-> Call("trap_group_init", g, << >>)]
  \o [t \in TrapNumbers |-> Call("trap_init", t, << >>)]

\* What undoes the first n of them; groups have nothing to undo.
UndoCalls(n) ==
  LET policers == Least(n, Len(Policers))
      traps == n - Len(Policers) - Len(Groups)
  IN Reverse([t \in 1..traps |-> Call("trap_fini", t, << >>)])
     \o Reverse([p \in 1..policers |-> Call("trap_policer_fini", p, << >>)])

ArrivingNotices ==
  LET s == With(Initial, "yes", Fresh)
  IN Notices(s, "NEW", "policer") \o Notices(s, "NEW", "group") \o Notices(s, "NEW", "trap")

Arrive(s, i) ==
  LET silencing == SilencingCalls(s)
      n == IF i.refuse > Len(silencing) THEN i.refuse - Len(silencing) ELSE 0
      leaving == Regardless(silencing, i.refuse) \o LeavingCalls(s)
  IN IF n > 0 THEN
       [enabled |-> n <= Len(InitCalls),
        state   |-> With(s, "nothing", Nothing),
        output  |-> [Silent EXCEPT
                      !.result = REFUSAL, !.message = REFUSAL_TEXT,
                      !.callbacks = leaving \o Until(InitCalls, n) \o UndoCalls(n - 1),
                      !.notices = LeavingNotices(s)]]
     ELSE
       Outcome(With(s, "yes", Fresh),
               [Success EXCEPT !.callbacks = leaving \o InitCalls,
                               !.notices = LeavingNotices(s) \o ArrivingNotices])

\* A device that is there goes first.
Register(s, i) == Arrive(s, i)

Unregister(s, i) ==
  IF s.registered = "no" THEN Failed(s, "ENODEV", "")
  ELSE Outcome(Gone(s), [Success EXCEPT !.callbacks = SilencingCalls(s) \o LeavingCalls(s),
                                        !.notices = LeavingNotices(s)])

\* Source: devlink_reload
Reload(s, i) ==
  IF s.registered = "no" THEN [Failed(s, "ENODEV", "") EXCEPT !.enabled = (i.refuse = 0)]
  ELSE Arrive(s, i)

----------------------------------------------------------------------------
(***************************************************************************)
(* The machine                                                             *)
(***************************************************************************)
Take(input, outcome) ==
  /\ outcome.enabled
  /\ state' = outcome.state
  \* `turn' tells a step that changes nothing from no step at all.
  /\ last' = [input |-> input, output |-> outcome.output, turn |-> ~last.turn]

Init ==
  /\ state = Initial
  /\ last = [input |-> [kind |-> "none"], output |-> Silent, turn |-> FALSE]

\* Where no callback is reached, there is none to refuse.
Refusing(i, outcome) ==
  IF i.refuse = 0 THEN outcome
  ELSE [outcome EXCEPT !.enabled = @ /\ \E n \in 1..Len(outcome.output.callbacks) :
                                          outcome.output.callbacks[n].refused]

TrapSetStep(i) == Take(i, Refusing(i, TrapSet(state, i)))
GroupSetStep(i) == Take(i, Refusing(i, GroupSet(state, i)))
PolicerSetStep(i) == Take(i, Refusing(i, PolicerSet(state, i)))
GetStep(i) == Take(i, Get(state, i))
DumpStep(i) == Take(i, Dump(state, i))
MisdirectedStep(i) == Take(i, Misdirected(state, i))
UnprivilegedStep(i) == Take(i, Unprivileged(state, i))
MonitorConfigSetStep(i) == Take(i, MonitorConfigSet(state, i))
MonitorStartStep(i) == Take(i, MonitorStart(state, i))
MonitorStopStep(i) == Take(i, MonitorStop(state, i))
PacketStep(i) == Take(i, Packet(state, i))
SoftwareDropStep(i) == Take(i, SoftwareDrop(state, i))
TickStep(i) == Take(i, Tick(state, i))
DrainStep(i) == Take(i, Drain(state, i))
RegisterStep(i) == Take(i, Register(state, i))
UnregisterStep(i) == Take(i, Unregister(state, i))
ReloadStep(i) == Take(i, Reload(state, i))

Next ==
  \/ \E i \in TrapSets : TrapSetStep(i)
  \/ \E i \in GroupSets : GroupSetStep(i)
  \/ \E i \in PolicerSets : PolicerSetStep(i)
  \/ \E i \in Gets : GetStep(i)
  \/ \E i \in Dumps : DumpStep(i)
  \/ \E i \in Misdirecteds : MisdirectedStep(i)
  \/ \E i \in Unprivilegeds : UnprivilegedStep(i)
  \/ \E i \in MonitorConfigSets : MonitorConfigSetStep(i)
  \/ \E i \in MonitorStarts : MonitorStartStep(i)
  \/ \E i \in MonitorStops : MonitorStopStep(i)
  \/ \E i \in Packets : PacketStep(i)
  \/ \E i \in {[kind |-> "SoftwareDrop"]} : SoftwareDropStep(i)
  \/ \E i \in {[kind |-> "Tick"]} : TickStep(i)
  \/ \E i \in {[kind |-> "Drain"]} : DrainStep(i)
  \/ \E i \in Registers : RegisterStep(i)
  \/ \E i \in {[kind |-> "Unregister"]} : UnregisterStep(i)
  \/ \E i \in Reloads : ReloadStep(i)

Spec == Init /\ [][Next]_vars

(***************************************************************************)
(* What the scopes write their inputs with.                                *)
(***************************************************************************)
TrapSetInputs(traps, actions, refusals) ==
  [kind : {"TrapSet"}, trap : traps, action : actions, refuse : refusals]
GroupSetInputs(groups, actions, policers, refusals) ==
  [kind : {"GroupSet"}, group : groups, action : actions, policer : policers, refuse : refusals]
PolicerSetInputs(policers, rates, bursts, refusals) ==
  [kind : {"PolicerSet"}, policer : policers, rate : rates, burst : bursts, refuse : refusals]
GetInputs(of, objects) == [kind : {"Get"}, of : {of}, object : objects]
DumpInputs(ofs) == [kind : {"Dump"}, of : ofs]
MisdirectedInputs(devices) == [kind : {"Misdirected"}, device : devices]
UnprivilegedInputs(requests) == [kind : {"Unprivileged"}, request : requests]
MonitorConfigSetInputs(modes, lengths) ==
  [kind : {"MonitorConfigSet"}, mode : modes, queueLength : lengths]
MonitorStartInputs(flags) ==
  {[kind |-> "MonitorStart", software |-> f[1], hardware |-> f[2]] : f \in flags}
MonitorStopInputs(flags) ==
  {[kind |-> "MonitorStop", software |-> f[1], hardware |-> f[2]] : f \in flags}
PacketInputs(traps) == [kind : {"Packet"}, trap : traps]
RegisterInputs(refusals) == [kind : {"Register"}, refuse : refusals]
ReloadInputs(refusals) == [kind : {"Reload"}, refuse : refusals]
=============================================================================
