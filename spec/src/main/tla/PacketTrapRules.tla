-------------------------- MODULE PacketTrapRules --------------------------
(***************************************************************************)
(* The rules of the specification that can be said of the machine, each    *)
(* under its name (ACT_04 is rule ACT-04).  Most are about a step: the     *)
(* state before is `state', the state after `state'', and what was asked   *)
(* and answered is in `last''.  Three are about states.                    *)
(*                                                                         *)
(* A rule repeats nothing of how the machine comes to its answer: texts    *)
(* and numbers are written out.  For each there is a fault in the machine  *)
(* that breaks it (mutants.txt beside the tests), and TLC finds it.  Rules *)
(* that are not here have their reason in unsaid.txt.                      *)
(***************************************************************************)
EXTENDS PacketTraps

in == last'.input
out == last'.output
calls == out.callbacks

Is(kind) == in.kind = kind
There == state.registered = "yes"
Successful == out.result = "done"
Errno(errno, message) == out.result = errno /\ out.message = message
NothingChanges == state' = state
NobodyAsked == calls = << >>
WithoutWarning == Successful /\ out.message = ""
RefusedCall == \E n \in 1..Len(calls) : calls[n].refused
\* What drop monitor keeps to tell.
SameHardware ==
  state'.hardwareQueue = state.hardwareQueue /\ state'.hardwareTable = state.hardwareTable
SameSoftware ==
  state'.softwareQueue = state.softwareQueue /\ state'.softwareTable = state.softwareTable
SKIPPING == "Cannot change action of non-drop traps. Skipping"
COMMITTED == "Trap group set failed, but some changes were committed already"

----------------------------------------------------------------------------
(* Requests *)

Reads == Is("Get") \/ Is("Dump") \/ (Is("Unprivileged") /\ in.request = "MonitorConfigGet")

REQ_01 == Is("Unprivileged") /\ ~Reads => Errno("EPERM", "") /\ NothingChanges /\ NobodyAsked
REQ_02 ==
  Is("Unprivileged") /\ Reads =>
    Successful /\ out.view = [mode |-> state.mode, queueLength |-> state.queueLength]
REQ_03 == Is("Misdirected") /\ in.device = "absent" => Errno("EINVAL", "")
REQ_04 == Is("Misdirected") /\ in.device = "unknown" => Errno("ENODEV", "")

AboutNone(set, of) ==
  /\ Is(set) \/ (Is("Get") /\ in.of = of) => Errno("EOPNOTSUPP", "")
  /\ Is("Dump") /\ in.of = of => Successful /\ out.view = << >>
REQ_05 == state.registered # "no" /\ state.action = << >> => AboutNone("TrapSet", "trap")
REQ_06 == state.registered # "no" /\ state.binding = << >> => AboutNone("GroupSet", "group")
REQ_07 == state.registered # "no" /\ state.rate = << >> => AboutNone("PolicerSet", "policer")

REQ_08 ==
  /\ There
  /\ \/ Is("TrapSet") /\ in.trap \notin TrapNumbers
     \/ Is("Get") /\ in.of = "trap" /\ in.object \notin TrapNumbers
  => Errno("ENOENT", "Device did not register this trap")
REQ_09 ==
  /\ There
  /\ \/ Is("GroupSet") /\ in.group \notin GroupNumbers
     \/ Is("Get") /\ in.of = "group" /\ in.object \notin GroupNumbers
  => Errno("ENOENT", "Device did not register this trap group")
REQ_10 ==
  /\ There
  /\ \/ Is("PolicerSet") /\ in.policer \notin PolicerNumbers /\ "POLICER_SET" \in Callbacks
     \/ Is("Get") /\ in.of = "policer" /\ in.object \notin PolicerNumbers
  => Errno("ENOENT", "Device did not register this trap policer")

\* Exceptions: GRP-03 and GRP-08 for actions, REG-21 for registrations.
REQ_11 ==
  out.result \notin {"none", "done"} =>
    \/ NothingChanges
    \/ Is("Register") \/ Is("Reload")
    \/ /\ Is("GroupSet")
       /\ RefusedCall \/ out.message = COMMITTED
       /\ state' = [state EXCEPT !.action = state'.action]
REQ_12 == Reads => NothingChanges /\ NobodyAsked
REQ_13 ==
  Is("Dump") /\ There =>
    /\ Successful
    /\ Len(out.view) = CASE in.of = "trap" -> Len(Traps)
                         [] in.of = "group" -> Len(Groups)
                         [] in.of = "policer" -> Len(Policers)
    /\ \A n \in 1..Len(out.view) : out.view[n] = Get(state, [of |-> in.of, object |-> n]).output.view

----------------------------------------------------------------------------
(* Registration *)

\* A registration; of Reload only if there is something to reload.
Arrives == Is("Register") \/ (Is("Reload") /\ state.registered # "no")
Arrived == Arrives /\ Successful

\* The init callbacks in their order: policers, groups, traps, each as registered.
InitsInOrder ==
  [p \in PolicerNumbers |-> Call("trap_policer_init", p, << >>)]
  \o [g \in GroupNumbers |-> Call("trap_group_init", g, << >>)]
  \o [t \in TrapNumbers |-> Call("trap_init", t, << >>)]
\* What undoes the first n of them, the latest first.
UndoOf(taken) ==
  Reverse([m \in 1..Len(taken) |->
    Call(IF taken[m].call = "trap_init" THEN "trap_fini" ELSE "trap_policer_fini",
         taken[m].object, << >>)])
Undo ==
  [n \in 1..Len(InitsInOrder) |->
    UndoOf(SelectSeq(SubSeq(InitsInOrder, 1, n - 1), LAMBDA c : c.call # "trap_group_init"))]
\* Callbacks of a device that goes, those of them that may refuse, and inits that were accepted.
Leaving == IF There THEN 2 * Len(Traps) + Len(Policers) ELSE 0
MayRefuse == IF There THEN Len(Traps) ELSE 0
RefusedInit == Arrives /\ in.refuse > MayRefuse
Taken == IF RefusedInit THEN in.refuse - MayRefuse - 1 ELSE Len(InitsInOrder)

ShownAs(of) == Is("Get") /\ in.of = of /\ Successful

REG_01 ==
  /\ ShownAs("trap") => out.view.group = Traps[in.object].group
  /\ Arrived => /\ state'.registered = "yes"
                /\ Len(state'.action) = Len(Traps)
                /\ Len(state'.binding) = Len(Groups)
                /\ Len(state'.rate) = Len(Policers)
REG_02 ==
  Arrives =>
    SubSeq(calls, Leaving + 1, Leaving + Taken)
      = IF RefusedInit THEN SubSeq(InitsInOrder, 1, Taken) ELSE InitsInOrder
REG_20 ==
  Arrives /\ ~RefusedInit =>
    /\ Successful
    /\ \A p \in PolicerNumbers : state'.rate[p] = Policers[p].rate
                                 /\ state'.burst[p] = Policers[p].burst
REG_21 ==
  Arrives /\ RefusedInit =>
    /\ state'.registered = "nothing"
    /\ state'.action = << >> /\ state'.binding = << >> /\ state'.rate = << >>
    /\ SubSeq(calls, Leaving + Taken + 2, Len(calls)) = Undo[Taken + 1]
    /\ \A n \in 1..Len(out.notices) : out.notices[n].change = "DEL"
REG_22 == RefusedInit => Errno("EIO", "The driver refuses")
\* In reverse, whether or not one of them is refused, and before all else.
REG_23 ==
  (Arrives \/ Is("Unregister")) /\ There =>
    \A n \in 1..Len(Traps) :
      /\ calls[n].call = "trap_action_set"
      /\ calls[n].object = Len(Traps) + 1 - n
      /\ calls[n].value = <<"drop">>
REG_24 ==
  /\ state.registered = "no"
  /\ \/ in.kind \in {"TrapSet", "GroupSet", "PolicerSet", "Dump", "Reload", "Unregister"}
     \/ Is("Get") /\ in.of # "monitor"
  => Errno("ENODEV", "") /\ NothingChanges
REG_25 ==
  Is("Register") /\ Successful =>
    /\ \A t \in TrapNumbers : state'.action[t] = Traps[t].initial
    /\ \A g \in GroupNumbers : state'.binding[g] = Groups[g].policer
    /\ \A p \in PolicerNumbers :
         /\ state'.rate[p] = Policers[p].rate
         /\ state'.burst[p] = Policers[p].burst
         /\ state'.tokens[p] = Policers[p].burst

----------------------------------------------------------------------------
(* Trap actions *)

\* A request for an action of a trap that there is.
Sets == Is("TrapSet") /\ There /\ in.trap \in TrapNumbers /\ in.action \in Actions
IsDrop(t) == Traps[t].type = "drop"
Same == state.action[in.trap] = in.action

ACT_01 == Arrived => \A t \in TrapNumbers : state'.action[t] = Traps[t].initial
ACT_02 ==
  Sets /\ IsDrop(in.trap) /\ in.refuse = 0 =>
    WithoutWarning /\ state'.action[in.trap] = in.action
ACT_03 ==
  /\ Sets /\ ~NobodyAsked /\ ~RefusedCall => state'.action[in.trap] = in.action
  /\ ShownAs("trap") => out.view.action = state.action[in.object]
ACT_04 ==
  There /\ state'.registered = "yes" /\ ~Arrives =>
    \A t \in TrapNumbers : ~IsDrop(t) => state'.action[t] = state.action[t]
ACT_05 == Sets /\ ~IsDrop(in.trap) /\ ~Same => Successful /\ out.message = SKIPPING
ACT_06 ==
  Sets /\ ~IsDrop(in.trap) /\ Same =>
    /\ Len(calls) = 1
    /\ IF RefusedCall THEN out.result = "EIO" ELSE WithoutWarning
ACT_07 == Is("TrapSet") /\ RefusedCall => Errno("EIO", "The driver refuses")
ACT_08 == Is("TrapSet") /\ RefusedCall => state'.action = state.action
ACT_09 ==
  Is("TrapSet") /\ There /\ in.trap \in TrapNumbers /\ in.action = "invalid" =>
    Errno("EINVAL", "Invalid trap action") /\ NothingChanges
ACT_10 ==
  Is("TrapSet") /\ There /\ in.trap \in TrapNumbers /\ in.action = "absent" =>
    WithoutWarning /\ NothingChanges /\ NobodyAsked
ACT_11 ==
  Is("TrapSet") /\ There =>
    \A t \in TrapNumbers : t # in.trap => state'.action[t] = state.action[t]
ACT_12 ==
  Sets /\ IsDrop(in.trap) =>
    /\ Len(calls) = 1
    /\ calls[1].call = "trap_action_set" /\ calls[1].object = in.trap
    /\ calls[1].value = <<in.action>>
    /\ RefusedCall => out.result = "EIO"
ACT_13 == Sets /\ ~IsDrop(in.trap) /\ ~Same => NobodyAsked

----------------------------------------------------------------------------
(* Trap groups *)

\* A request about a group that there is, without an invalid action.
SetsGroup ==
  Is("GroupSet") /\ There /\ in.group \in GroupNumbers /\ in.action # "invalid"
SetsActions == SetsGroup /\ in.action # "absent"
SetsPolicer == SetsGroup /\ in.policer # -1
InGroup(t) == Traps[t].group = in.group
Whole == "GROUP_ACTION_SET" \in Callbacks
Binds == "GROUP_SET" \in Callbacks
ActionCall(call) == call.call \in {"trap_action_set", "trap_group_action_set"}
RefusedAction == \E n \in 1..Len(calls) : calls[n].refused /\ ActionCall(calls[n])
RefusedBinding == \E n \in 1..Len(calls) : calls[n].refused /\ calls[n].call = "trap_group_set"
AcceptedBinding == \E n \in 1..Len(calls) : ~calls[n].refused /\ calls[n].call = "trap_group_set"

GRP_01 ==
  SetsActions /\ ~RefusedAction =>
    \A t \in TrapNumbers : InGroup(t) /\ IsDrop(t) => state'.action[t] = in.action
GRP_02 ==
  SetsActions /\ ~Whole =>
    \A t \in TrapNumbers :
      InGroup(t) /\ ~IsDrop(t) /\ state.action[t] # in.action =>
        /\ state'.action[t] = state.action[t]
        /\ \A n \in 1..Len(calls) : ActionCall(calls[n]) => calls[n].object # t
        /\ in.policer = -1 /\ ~RefusedAction => Successful
        /\ Successful => out.message = SKIPPING
GRP_03 ==
  SetsActions /\ ~Whole =>
    /\ \A n \in 1..(Len(calls) - 1) :
         ActionCall(calls[n + 1]) => calls[n].object < calls[n + 1].object
    /\ RefusedAction =>
         /\ calls[Len(calls)].refused
         /\ \A t \in TrapNumbers :
              InGroup(t) /\ IsDrop(t) =>
                state'.action[t] = IF t < calls[Len(calls)].object THEN in.action
                                   ELSE state.action[t]
GRP_04 == SetsActions /\ ~Whole /\ RefusedAction => Errno("EIO", "The driver refuses")
GRP_05 ==
  SetsActions /\ Whole =>
    /\ Len(calls) >= 1
    /\ calls[1].call = "trap_group_action_set" /\ calls[1].object = in.group
    /\ calls[1].value = <<in.action>>
    /\ \A n \in 2..Len(calls) : ~ActionCall(calls[n])
    /\ RefusedAction => state'.action = state.action /\ Errno("EIO", "The driver refuses")
GRP_06 ==
  SetsActions /\ Whole /\ ~RefusedAction =>
    /\ \A t \in TrapNumbers : InGroup(t) =>
         state'.action[t] = IF IsDrop(t) THEN in.action ELSE state.action[t]
    /\ Successful => out.message = ""
GRP_07 ==
  SetsGroup => \A t \in TrapNumbers : ~InGroup(t) => state'.action[t] = state.action[t]
GRP_08 ==
  SetsActions /\ SetsPolicer /\ ~RefusedAction /\ ~AcceptedBinding =>
    /\ out.message = COMMITTED
    /\ out.result = IF ~Binds THEN "EOPNOTSUPP"
                    ELSE IF RefusedBinding THEN "EIO"
                    ELSE "ENOENT"
    /\ \A n \in 1..(Len(calls) - 1) : ActionCall(calls[n])
    /\ \A t \in TrapNumbers : InGroup(t) /\ IsDrop(t) => state'.action[t] = in.action
GRP_09 ==
  SetsPolicer /\ ~RefusedAction /\ Binds /\ in.policer \notin PolicerNumbers \cup {0} =>
    /\ out.result = "ENOENT"
    /\ in.action = "absent" => out.message = "Device did not register this trap policer"
    /\ state'.binding = state.binding
GRP_10 ==
  SetsPolicer /\ in.policer = 0 /\ ~RefusedAction /\ ~RefusedBinding /\ Binds =>
    /\ Successful
    /\ AcceptedBinding /\ calls[Len(calls)].value = <<0>>
    /\ state'.binding[in.group] = 0
GRP_11 ==
  SetsPolicer /\ ~RefusedAction /\ ~Binds =>
    /\ out.result = "EOPNOTSUPP"
    /\ in.action = "absent" => out.message = ""
    /\ state'.binding = state.binding
GRP_12 ==
  SetsGroup /\ RefusedBinding =>
    /\ out.result = "EIO"
    /\ in.action = "absent" => out.message = "The driver refuses"
    /\ state'.binding = state.binding
GRP_13 == Arrived => \A g \in GroupNumbers : state'.binding[g] = Groups[g].policer
GRP_14 ==
  SetsGroup /\ in.action = "absent" /\ in.policer = -1 =>
    WithoutWarning /\ NothingChanges /\ NobodyAsked
GRP_15 ==
  Is("GroupSet") /\ There /\ in.group \in GroupNumbers /\ in.action = "invalid" =>
    Errno("EINVAL", "Invalid trap action") /\ NothingChanges /\ NobodyAsked
GRP_16 ==
  /\ SetsPolicer /\ AcceptedBinding => state'.binding[in.group] = in.policer
  /\ ShownAs("group") => out.view.policer = state.binding[in.object]
GRP_17 ==
  Is("GroupSet") /\ There =>
    \A g \in GroupNumbers : g # in.group => state'.binding[g] = state.binding[g]
GRP_18 ==
  SetsActions /\ ~SetsPolicer /\ ~RefusedAction /\ (\A t \in TrapNumbers : ~InGroup(t)) =>
    WithoutWarning

----------------------------------------------------------------------------
(* Policers *)

\* A request about a policer that there is, to a driver that can change policers.
SetsParameters ==
  Is("PolicerSet") /\ There /\ "POLICER_SET" \in Callbacks /\ in.policer \in PolicerNumbers
Limits == Policers[in.policer]
WantedRate == IF in.rate = -1 THEN state.rate[in.policer] ELSE in.rate
WantedBurst == IF in.burst = -1 THEN state.burst[in.policer] ELSE in.burst
RateLow == WantedRate < Limits.minRate
RateHigh == WantedRate > Limits.maxRate
BurstLow == WantedBurst < Limits.minBurst
BurstHigh == WantedBurst > Limits.maxBurst
WithinLimits == ~RateLow /\ ~RateHigh /\ ~BurstLow /\ ~BurstHigh

POL_01 == Is("PolicerSet") /\ There /\ "POLICER_SET" \notin Callbacks => Errno("EOPNOTSUPP", "")
POL_02 == SetsParameters /\ RateLow => Errno("EINVAL", "Policer rate lower than limit")
POL_03 == SetsParameters /\ RateHigh => Errno("EINVAL", "Policer rate higher than limit")
POL_04 ==
  SetsParameters /\ BurstLow /\ ~RateLow /\ ~RateHigh =>
    Errno("EINVAL", "Policer burst size lower than limit")
POL_05 ==
  SetsParameters /\ BurstHigh /\ ~RateLow /\ ~RateHigh =>
    Errno("EINVAL", "Policer burst size higher than limit")
POL_06 ==
  SetsParameters /\ (BurstLow \/ BurstHigh) /\ (RateLow \/ RateHigh) =>
    out.message \in {"Policer rate lower than limit", "Policer rate higher than limit"}
POL_07 == SetsParameters /\ WithinLimits /\ in.refuse = 0 => WithoutWarning
POL_08 ==
  SetsParameters =>
    /\ in.rate = -1 => state'.rate[in.policer] = state.rate[in.policer]
    /\ in.burst = -1 => state'.burst[in.policer] = state.burst[in.policer]
    /\ ~WithinLimits => out.result = "EINVAL"
POL_09 ==
  SetsParameters /\ WithinLimits =>
    /\ Len(calls) = 1
    /\ calls[1].call = "trap_policer_set" /\ calls[1].object = in.policer
    /\ calls[1].value = <<WantedRate, WantedBurst>>
POL_10 == Is("PolicerSet") /\ RefusedCall => Errno("EIO", "The driver refuses") /\ NothingChanges
POL_11 ==
  /\ SetsParameters /\ ~NobodyAsked /\ ~RefusedCall =>
       state'.rate[in.policer] = WantedRate /\ state'.burst[in.policer] = WantedBurst
  /\ ShownAs("policer") =>
       out.view = [rate |-> state.rate[in.object], burst |-> state.burst[in.object]]
POL_12 ==
  Arrived =>
    \A p \in PolicerNumbers :
      state'.rate[p] = Policers[p].rate /\ state'.burst[p] = Policers[p].burst
POL_13 ==
  Is("PolicerSet") /\ There =>
    \A p \in PolicerNumbers :
      p # in.policer => /\ state'.rate[p] = state.rate[p]
                        /\ state'.burst[p] = state.burst[p]
                        /\ state'.tokens[p] = state.tokens[p]

\* What a packet meets.
Hits == Is("Packet")
Type == Traps[in.trap].type
Action == state.action[in.trap]
Policer == state.binding[Traps[in.trap].group]
Reaches == Hits /\ Action # "drop"
Policed == out.fate = "policed"
Copy == out.fate = "copied"

POL_20 == Arrived => \A p \in PolicerNumbers : state'.tokens[p] = Policers[p].burst
POL_21 == Reaches /\ Policer # 0 => (Policed <=> state.tokens[Policer] = 0)
POL_22 ==
  /\ Is("Tick") =>
       \A p \in DOMAIN state.tokens :
         state'.tokens[p] = IF state.tokens[p] + state.rate[p] > state.burst[p]
                            THEN state.burst[p] ELSE state.tokens[p] + state.rate[p]
  /\ ~Is("Tick") /\ ~Arrives =>
       \A p \in DOMAIN state'.tokens : state'.tokens[p] <= state.tokens[p]
POL_23 == \A p \in DOMAIN state.tokens : 0 <= state.tokens[p] /\ state.tokens[p] <= state.burst[p]
POL_24 == Policed => out.counted.policer = Policer
POL_25 ==
  Policed =>
    /\ out.counted.trap = 0 /\ out.counted.group = 0
    /\ ~out.received /\ out.lost = "none"
    /\ SameHardware
POL_26 == Reaches /\ Policer # 0 /\ Copy => state'.tokens[Policer] = state.tokens[Policer] - 1
POL_27 == Reaches /\ Policer = 0 => Copy /\ state'.tokens = state.tokens
POL_28 ==
  Hits =>
    /\ out.counted.policer \in {0, Policer}
    /\ \A p \in PolicerNumbers : p # Policer => state'.tokens[p] = state.tokens[p]
\* Not those of the registration, say.
POL_29 ==
  /\ SetsParameters => state'.tokens[in.policer] <= state'.burst[in.policer]
  /\ Is("Tick") =>
       \A p \in DOMAIN state.tokens :
         /\ state'.tokens[p] <= state.tokens[p] + state.rate[p]
         /\ state'.tokens[p] < state.burst[p] => state'.tokens[p] = state.tokens[p] + state.rate[p]
POL_30 == Hits /\ Action = "mirror" => out.forwarded
POL_32 == Hits /\ Action = "drop" => out.fate = "dropped" /\ state'.tokens = state.tokens
POL_34 == Is("GroupSet") => state'.tokens = state.tokens

----------------------------------------------------------------------------
(* Statistics, metadata, the way of a packet *)

STA_01 == out.counted.trap = IF Copy THEN in.trap ELSE 0
STA_02 == out.counted.group = IF Copy THEN Traps[in.trap].group ELSE 0
STA_04 == Copy => out.counted.trap # 0 /\ out.counted.group # 0
STA_11 == out.counted.drops = IF Hits /\ Action = "drop" THEN in.trap ELSE 0
STA_12 == Hits /\ Action = "drop" => out.counted.trap = 0 /\ out.counted.group = 0

MET_04 == ShownAs("trap") => out.view.type = Traps[in.object].type

PKT_01 ==
  Hits =>
    /\ out.counted.trap \in {0, in.trap}
    /\ \/ Len(state'.hardwareQueue) = Len(state.hardwareQueue)
       \/ state'.hardwareQueue = Append(state.hardwareQueue, in.trap)
PKT_04 == Copy /\ Type # "drop" => out.received
PKT_05 == Hits /\ (Type = "drop" \/ ~Copy) => ~out.received

----------------------------------------------------------------------------
(* Notifications, reload *)

\* What is announced, and in which order: <<of, object>>.
InOrder ==
  [p \in PolicerNumbers |-> <<"policer", p>>]
  \o [g \in GroupNumbers |-> <<"group", g>>]
  \o [t \in TrapNumbers |-> <<"trap", t>>]
Backwards == Reverse(InOrder)
Ends == IF There THEN Len(InOrder) ELSE 0
NoticeIs(n, change, what) ==
  /\ out.notices[n].change = change
  /\ out.notices[n].object = what[2]
  /\ out.notices[n].of = what[1]
Announced ==
  /\ Len(out.notices) = Ends + Len(InOrder)
  /\ \A n \in 1..Len(InOrder) : NoticeIs(Ends + n, "NEW", InOrder[n])
Ended == \A n \in 1..Ends : NoticeIs(n, "DEL", Backwards[n])
\* What gets show of a device that was just registered.
FirstViews ==
  [p \in PolicerNumbers |-> [rate |-> Policers[p].rate, burst |-> Policers[p].burst]]
  \o [g \in GroupNumbers |-> [policer |-> Groups[g].policer]]
  \o [t \in TrapNumbers |->
        [type |-> Traps[t].type, group |-> Traps[t].group, action |-> Traps[t].initial]]

NTF_01 == Is("Register") /\ Successful => Announced
NTF_02 ==
  Arrived =>
    \A n \in 1..(Len(out.notices) - Ends) : out.notices[Ends + n].view = FirstViews[n]
NTF_03 == Is("Unregister") /\ Successful => Len(out.notices) = Ends /\ Ended
NTF_05 == in.kind \in {"TrapSet", "GroupSet", "PolicerSet"} => out.notices = << >>
NTF_06 ==
  Arrives /\ ~Successful => Len(out.notices) = Ends
NTF_07 == Is("Reload") /\ Successful => Announced /\ Ended

Reloaded == Is("Reload") /\ Successful
RLD_01 == Reloaded => \A t \in TrapNumbers : state'.action[t] = Traps[t].initial
RLD_02 == Reloaded => \A g \in GroupNumbers : state'.binding[g] = Groups[g].policer
RLD_03 ==
  Reloaded =>
    \A p \in PolicerNumbers :
      state'.rate[p] = Policers[p].rate /\ state'.burst[p] = Policers[p].burst
RLD_05 == Reloaded => \A p \in PolicerNumbers : state'.tokens[p] = state'.burst[p]
RLD_06 ==
  Is("Reload") =>
    /\ state'.mode = state.mode /\ state'.queueLength = state.queueLength
    /\ state'.software = state.software /\ state'.hardware = state.hardware
    /\ state'.softwareQueue = state.softwareQueue /\ state'.hardwareQueue = state.hardwareQueue
    /\ state'.softwareTable = state.softwareTable /\ state'.hardwareTable = state.hardwareTable

----------------------------------------------------------------------------
(* Drop monitor *)

Configures == Is("MonitorConfigSet")
Starts == Is("MonitorStart")
Stops == Is("MonitorStop")
Idle == ~state.software /\ ~state.hardware
Software == in.software \/ ~in.hardware
SoftwareAlone == Software /\ ~in.hardware
HardwareAlone == in.hardware /\ ~in.software
BothSides == in.software /\ in.hardware
SOFTWARE_RUNS == "Trace state already set to requested state"
HARDWARE_RUNS == "Hardware monitoring already enabled"
HARDWARE_STOPPED == "Hardware monitoring already disabled"

\* A packet that drop monitor has to hear of.
Told == Hits /\ Copy /\ state.hardware /\ Type # "control"
TrapsOf(table) == {table[n][1] : n \in 1..Len(table)}
CountOf(table, t) ==
  IF t \in TrapsOf(table) THEN (CHOOSE n \in 1..Len(table) : table[n][1] = t) ELSE 0
PacketsOf(table, t) == IF CountOf(table, t) = 0 THEN 0 ELSE table[CountOf(table, t)][2]

MON_01 ==
  last.input.kind = "none" =>
    /\ state.mode = "summary" /\ state.queueLength = 1000
    /\ ~state.software /\ ~state.hardware
MON_02 ==
  /\ Configures /\ Idle /\ in.mode # "invalid" =>
       /\ WithoutWarning
       /\ state'.mode = IF in.mode = "absent" THEN state.mode ELSE in.mode
       /\ state'.queueLength = IF in.queueLength = -1 THEN state.queueLength ELSE in.queueLength
  /\ Is("Get") /\ in.of = "monitor" =>
       out.view = [mode |-> state.mode, queueLength |-> state.queueLength]
MON_03 ==
  Configures /\ ~Idle =>
    Errno("EBUSY", "Cannot configure drop monitor during monitoring") /\ NothingChanges
MON_04 == Configures /\ Idle /\ in.mode = "invalid" => Errno("EINVAL", "Invalid alert mode")
MON_05 == Configures /\ in.mode = "invalid" => NothingChanges
MON_06 ==
  /\ Configures /\ Idle /\ in.queueLength = 0 /\ in.mode # "invalid" =>
       Successful /\ state'.queueLength = 0
  /\ state.mode = "packet" /\ state.queueLength = 0 =>
       SameHardware /\ SameSoftware /\ (Told => out.lost = "hardware")
MON_07 ==
  (Starts \/ Stops) /\ ~in.software /\ ~in.hardware =>
    /\ state'.hardware = state.hardware
    /\ state'.software = Starts
MON_08 == Starts /\ SoftwareAlone /\ state.software => Errno("EAGAIN", SOFTWARE_RUNS)
MON_09 == Starts /\ HardwareAlone /\ state.hardware => Errno("EAGAIN", HARDWARE_RUNS)
MON_10 ==
  Starts /\ BothSides /\ state.software =>
    Errno("EAGAIN", SOFTWARE_RUNS) /\ state'.hardware = state.hardware
MON_11 ==
  Starts /\ BothSides /\ ~state.software /\ state.hardware =>
    Errno("EAGAIN", HARDWARE_RUNS) /\ ~state'.software
MON_12 ==
  Stops =>
    /\ Successful
    /\ Software => ~state'.software
    /\ in.hardware => ~state'.hardware
MON_13 ==
  Stops =>
    out.message = IF Software /\ ~state.software THEN SOFTWARE_RUNS
                  ELSE IF in.hardware /\ ~state.hardware THEN HARDWARE_STOPPED
                  ELSE ""
MON_14 ==
  Stops =>
    /\ Software => state'.softwareQueue = 0 /\ state'.softwareTable = 0
    /\ in.hardware => state'.hardwareQueue = << >> /\ state'.hardwareTable = << >>
    /\ out.alerts = << >> /\ out.lost = "none"
MON_15 ==
  Told =>
    \/ out.lost = "hardware"
    \/ state.mode = "packet" /\ Len(state'.hardwareQueue) = Len(state.hardwareQueue) + 1
    \/ /\ state.mode = "summary"
       /\ PacketsOf(state'.hardwareTable, in.trap) = PacketsOf(state.hardwareTable, in.trap) + 1
MON_16 == Hits /\ Type = "control" => SameHardware /\ out.lost = "none"
MON_17 ==
  /\ Told /\ state.mode = "packet" /\ out.lost = "none" =>
       state'.hardwareQueue = Append(state.hardwareQueue, in.trap)
  /\ Is("Drain") =>
       /\ Len(out.alerts) = state.softwareQueue + Len(state.hardwareQueue)
       /\ \A n \in 1..Len(state.hardwareQueue) :
            out.alerts[state.softwareQueue + n].trap = state.hardwareQueue[n]
       /\ state'.softwareQueue = 0 /\ state'.hardwareQueue = << >>
MON_18 ==
  /\ Told => (out.lost = "hardware" <=>
                state.mode = "packet" /\ Len(state.hardwareQueue) >= state.queueLength)
  /\ Is("SoftwareDrop") /\ state.software =>
       (out.lost = "software" <=>
         state.mode = "packet" /\ state.softwareQueue >= state.queueLength)
  /\ out.lost # "none" => NothingChanges \/ Hits
  /\ out.lost # "none" => SameHardware /\ SameSoftware
MON_19 ==
  /\ out.lost = "hardware" => Hits
  /\ out.lost = "software" => Is("SoftwareDrop")
MON_21 ==
  Told /\ state.mode = "summary" =>
    /\ TrapsOf(state'.hardwareTable) = TrapsOf(state.hardwareTable) \cup {in.trap}
    /\ \A t \in TrapsOf(state'.hardwareTable) :
         PacketsOf(state'.hardwareTable, t)
           = PacketsOf(state.hardwareTable, t) + (IF t = in.trap THEN 1 ELSE 0)
HardwareSummaries == SelectSeq(out.alerts, LAMBDA a : a.origin = "hardware")
SoftwareSummaries == SelectSeq(out.alerts, LAMBDA a : a.origin = "software")
MON_22 ==
  Is("Tick") =>
    /\ HardwareSummaries
         = IF state.hardwareTable = << >> THEN << >>
           ELSE <<[alert |-> "summary", origin |-> "hardware", table |-> state.hardwareTable]>>
    /\ state'.hardwareTable = << >>
MON_25 ==
  Is("Drain") =>
    \A n \in 1..Len(out.alerts) :
      out.alerts[n].origin = "hardware" => out.alerts[n].group = Traps[out.alerts[n].trap].group
MON_34 ==
  /\ Is("SoftwareDrop") /\ state.software /\ state.mode = "summary" =>
       state'.softwareTable = state.softwareTable + 1
  /\ Is("Tick") =>
       /\ SoftwareSummaries
            = IF state.softwareTable = 0 THEN << >>
              ELSE <<[alert |-> "summary", origin |-> "software", count |-> state.softwareTable]>>
       /\ state'.softwareTable = 0
\* The invariant: nothing waits of what is not monitored.
MON_35 ==
  /\ ~state.hardware => state.hardwareQueue = << >> /\ state.hardwareTable = << >>
  /\ ~state.software => state.softwareQueue = 0 /\ state.softwareTable = 0
  /\ last.output.lost = "hardware" => state.hardware
  /\ last.output.lost = "software" => state.software
MON_36 ==
  /\ Is("SoftwareDrop") => SameHardware /\ out.lost # "hardware"
  /\ Hits => SameSoftware /\ out.lost # "software"

----------------------------------------------------------------------------
(***************************************************************************)
(* All rules about steps, each where it can be broken; to ask all of them  *)
(* of each step takes ten times as long.                                   *)
(***************************************************************************)
Always ==
  /\ REQ_11 /\ STA_01 /\ STA_02 /\ STA_11 /\ MON_19
  /\ NothingChanges \/ (ACT_04 /\ POL_22)

WhileAway == REG_24 /\ REQ_05 /\ REQ_06 /\ REQ_07

OfTrapSet ==
  IF ~There THEN WhileAway /\ NTF_05
  ELSE IF in.trap \notin TrapNumbers THEN REQ_08 /\ NTF_05
  ELSE
    /\ ACT_11 /\ NTF_05
    /\ IF in.action = "invalid" THEN ACT_09
       ELSE IF in.action = "absent" THEN ACT_10
       ELSE IF IsDrop(in.trap) THEN ACT_02 /\ ACT_03 /\ ACT_07 /\ ACT_08 /\ ACT_12
       ELSE ACT_03 /\ ACT_05 /\ ACT_06 /\ ACT_07 /\ ACT_08 /\ ACT_13

OfGroupSet ==
  IF ~There THEN WhileAway /\ NTF_05
  ELSE IF in.group \notin GroupNumbers THEN REQ_09 /\ NTF_05
  ELSE IF in.action = "invalid" THEN GRP_15
  ELSE
    /\ GRP_07 /\ GRP_17 /\ POL_34 /\ NTF_05
    /\ IF in.action = "absent" THEN GRP_14
       ELSE /\ GRP_01 /\ GRP_18
            /\ IF Whole THEN GRP_05 /\ GRP_06 ELSE GRP_02 /\ GRP_03 /\ GRP_04
    /\ IF in.policer = -1 THEN TRUE
       ELSE GRP_08 /\ GRP_09 /\ GRP_10 /\ GRP_11 /\ GRP_12 /\ GRP_16

OfPolicerSet ==
  IF ~There THEN WhileAway /\ NTF_05
  ELSE IF "POLICER_SET" \notin Callbacks THEN POL_01
  ELSE IF in.policer \notin PolicerNumbers THEN REQ_10 /\ NTF_05
  ELSE
    /\ POL_08 /\ POL_13 /\ NTF_05
    /\ IF WithinLimits THEN POL_07 /\ POL_09 /\ POL_10 /\ POL_11 /\ POL_29
       ELSE POL_02 /\ POL_03 /\ POL_04 /\ POL_05 /\ POL_06

OfReading ==
  /\ REQ_12
  /\ IF ~There THEN WhileAway
     ELSE IF Is("Dump") THEN REQ_13
     ELSE CASE in.of = "trap" -> REQ_08 /\ REG_01 /\ MET_04 /\ ACT_03
            [] in.of = "group" -> REQ_09 /\ GRP_16
            [] in.of = "policer" -> REQ_10 /\ POL_11
            [] in.of = "monitor" -> MON_02

OfConfiguring == MON_02 /\ MON_03 /\ MON_04 /\ MON_05 /\ MON_06
OfStarting == MON_07 /\ MON_08 /\ MON_09 /\ MON_10 /\ MON_11
OfStopping == MON_07 /\ MON_12 /\ MON_13 /\ MON_14

OfPacket ==
  /\ PKT_01 /\ PKT_05 /\ MON_36
  /\ IF Action = "drop" THEN POL_32 /\ STA_12
     ELSE
       /\ POL_21 /\ POL_27 /\ POL_28 /\ POL_30
       /\ IF Policed THEN POL_24 /\ POL_25
          ELSE /\ POL_26 /\ STA_04 /\ PKT_04 /\ MON_16
               /\ IF Told THEN MON_06 /\ MON_15 /\ MON_17 /\ MON_18 /\ MON_21 ELSE TRUE
OfSoftwareDrop == MON_06 /\ MON_18 /\ MON_34 /\ MON_36
OfTick == POL_29 /\ MON_22 /\ MON_34
OfDrain == MON_17 /\ MON_25

OfArriving ==
  /\ REG_02 /\ REG_20 /\ REG_23 /\ NTF_02
  /\ IF Successful THEN REG_01 /\ ACT_01 /\ GRP_13 /\ POL_12 /\ POL_20
     ELSE REG_21 /\ REG_22 /\ NTF_06
OfRegister == OfArriving /\ NTF_01 /\ REG_25
OfUnregister == REG_23 /\ REG_24 /\ NTF_03
OfReload ==
  IF state.registered = "no" THEN REG_24
  ELSE OfArriving /\ NTF_07 /\ RLD_01 /\ RLD_02 /\ RLD_03 /\ RLD_05 /\ RLD_06

EveryRule ==
  /\ Always
  /\ CASE in.kind = "TrapSet" -> OfTrapSet
       [] in.kind = "GroupSet" -> OfGroupSet
       [] in.kind = "PolicerSet" -> OfPolicerSet
       [] in.kind = "Packet" -> OfPacket
       [] in.kind \in {"Get", "Dump"} -> OfReading
       [] in.kind = "MonitorConfigSet" -> OfConfiguring
       [] in.kind = "MonitorStart" -> OfStarting
       [] in.kind = "MonitorStop" -> OfStopping
       [] in.kind = "SoftwareDrop" -> OfSoftwareDrop
       [] in.kind = "Tick" -> OfTick
       [] in.kind = "Drain" -> OfDrain
       [] in.kind = "Register" -> OfRegister
       [] in.kind = "Unregister" -> OfUnregister
       [] in.kind = "Reload" -> OfReload
       [] in.kind = "Unprivileged" -> REQ_01 /\ REQ_02 /\ REQ_12
       [] in.kind = "Misdirected" -> REQ_03 /\ REQ_04

EveryStep == [][EveryRule]_vars
EveryState == POL_23 /\ MON_01 /\ MON_35
=============================================================================
