------------------------------- MODULE ScopeM -------------------------------
(* Scope M: a shared and a second policer, longer queues, higher counts;    *)
(* for every build.                                                         *)
EXTENDS PacketTrapRules

D1 == 1
D2 == 2
E == 3
C == 4
UnknownTrap == 5
Mixed == 1        \* D1, D2 and E
Controls == 2     \* C
UnknownGroup == 3
UnknownPolicer == 3

MTraps ==
  <<[type |-> "drop", group |-> Mixed, initial |-> "drop"],
    [type |-> "drop", group |-> Mixed, initial |-> "trap"],
    [type |-> "exception", group |-> Mixed, initial |-> "trap"],
    [type |-> "control", group |-> Controls, initial |-> "mirror"]>>
MGroups == <<[policer |-> 1], [policer |-> 1]>>
MPolicers ==
  <<[rate |-> 1, burst |-> 2, minRate |-> 1, maxRate |-> 2, minBurst |-> 1, maxBurst |-> 2],
    [rate |-> 2, burst |-> 1, minRate |-> 1, maxRate |-> 2, minBurst |-> 1, maxBurst |-> 2]>>
MCallbacks == {"GROUP_SET", "POLICER_SET"}
MMaxCount == 2
MMaxQueue == 2

MTrapSets ==
  TrapSetInputs({D1}, {"drop", "trap", "mirror"}, {0})
  \cup TrapSetInputs({D2}, {"mirror"}, {1})
  \cup TrapSetInputs({E}, {"drop"}, {0})
MGroupSets ==
  GroupSetInputs({Mixed}, {"absent"}, {0, 1}, {0})
  \cup GroupSetInputs({Mixed}, {"drop"}, {Absent}, {0, 2})
  \cup GroupSetInputs({Mixed}, {"trap"}, {2}, {0})
  \cup GroupSetInputs({Mixed}, {"mirror"}, {UnknownPolicer}, {0})
  \cup GroupSetInputs({Mixed}, {"invalid"}, {0}, {0})
  \cup GroupSetInputs({Controls}, {"absent"}, {0, 1}, {0})
MPolicerSets ==
  PolicerSetInputs({1}, {2}, {Absent}, {0})
  \cup PolicerSetInputs({1}, {1}, {1}, {0})
  \cup PolicerSetInputs({1}, {0, 3}, {0}, {0})
  \cup PolicerSetInputs({1}, {Absent}, {0, 3}, {0})
MGets ==
  GetInputs("trap", {UnknownTrap})
  \cup GetInputs("group", {UnknownGroup})
  \cup GetInputs("policer", {1, UnknownPolicer})
MDumps == DumpInputs({"trap"})
MMisdirecteds == MisdirectedInputs({"unknown"})
MUnprivilegeds == UnprivilegedInputs({"Reload"})
MMonitorConfigSets ==
  MonitorConfigSetInputs({"packet"}, {1, 2})
  \cup MonitorConfigSetInputs({"summary"}, {Absent})
  \cup MonitorConfigSetInputs({"invalid"}, {1})
MMonitorStarts == MonitorStartInputs({<<FALSE, FALSE>>, <<FALSE, TRUE>>})
MMonitorStops == MonitorStopInputs({<<FALSE, FALSE>>, <<TRUE, TRUE>>})
MPackets == PacketInputs({D1, E, C})
MRegisters == RegisterInputs({0})
MReloads == ReloadInputs({7})
=============================================================================
