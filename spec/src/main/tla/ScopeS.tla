------------------------------- MODULE ScopeS -------------------------------
(* Scope S: the smallest in which everything happens; for every build.      *)
EXTENDS PacketTrapRules

D1 == 1
D2 == 2
E == 3
C == 4
UnknownTrap == 5
Mixed == 1        \* D1, D2 and E
Controls == 2     \* C
Empty == 3        \* no trap
UnknownGroup == 4
UnknownPolicer == 3
Both == {TRUE, FALSE} \X {TRUE, FALSE}

STraps ==
  <<[type |-> "drop", group |-> Mixed, initial |-> "drop"],
    [type |-> "drop", group |-> Mixed, initial |-> "trap"],
    [type |-> "exception", group |-> Mixed, initial |-> "trap"],
    [type |-> "control", group |-> Controls, initial |-> "mirror"]>>
SGroups == <<[policer |-> 1], [policer |-> 1], [policer |-> 0]>>
SPolicers ==
  <<[rate |-> 1, burst |-> 2, minRate |-> 1, maxRate |-> 2, minBurst |-> 1, maxBurst |-> 2],
    [rate |-> 3, burst |-> 1, minRate |-> 1, maxRate |-> 2, minBurst |-> 1, maxBurst |-> 1]>>
SCallbacks == {"GROUP_SET", "POLICER_SET"}
SMaxCount == 1
SMaxQueue == 1

STrapSets ==
  TrapSetInputs({D1}, {"drop", "trap", "mirror", "invalid", "absent"}, {0})
  \cup TrapSetInputs({D1}, {"trap"}, {1})
  \cup TrapSetInputs({D2}, {"trap"}, {1})
  \cup TrapSetInputs({E}, {"drop"}, {0})
  \cup TrapSetInputs({E}, {"trap"}, {0, 1})
  \cup TrapSetInputs({UnknownTrap}, {"trap"}, {0})
SGroupSets ==
  GroupSetInputs({Mixed}, {"absent"}, {0, 1, UnknownPolicer, Absent}, {0})
  \cup GroupSetInputs({Mixed}, {"absent"}, {0}, {1})
  \cup GroupSetInputs({Mixed}, {"drop"}, {Absent}, {0, 2})
  \cup GroupSetInputs({Mixed}, {"trap"}, {0}, {0, 4})
  \cup GroupSetInputs({Mixed}, {"trap"}, {UnknownPolicer}, {0})
  \cup GroupSetInputs({Mixed}, {"invalid"}, {0}, {0})
  \cup GroupSetInputs({Empty}, {"trap"}, {Absent}, {0})
  \cup GroupSetInputs({UnknownGroup}, {"trap"}, {Absent}, {0})
SPolicerSets ==
  PolicerSetInputs({1}, {2}, {Absent}, {0, 1})
  \cup PolicerSetInputs({1}, {1}, {1}, {0})
  \cup PolicerSetInputs({1}, {0, 3}, {0}, {0})
  \cup PolicerSetInputs({1}, {Absent}, {0, 3}, {0})
  \cup PolicerSetInputs({2}, {Absent}, {Absent}, {0})
  \cup PolicerSetInputs({UnknownPolicer}, {Absent}, {Absent}, {0})
SGets ==
  GetInputs("trap", {D1, UnknownTrap})
  \cup GetInputs("group", {Mixed, UnknownGroup})
  \cup GetInputs("policer", {1, UnknownPolicer})
  \cup GetInputs("monitor", {0})
SDumps == DumpInputs({"trap", "group", "policer"})
SMisdirecteds == MisdirectedInputs({"absent", "unknown"})
SUnprivilegeds ==
  UnprivilegedInputs({"TrapSet", "GroupSet", "PolicerSet", "Reload", "MonitorConfigSet",
                      "MonitorStart", "MonitorStop", "MonitorConfigGet"})
SMonitorConfigSets ==
  MonitorConfigSetInputs({"packet", "summary"}, {Absent})
  \cup MonitorConfigSetInputs({"absent"}, {0})
  \cup MonitorConfigSetInputs({"invalid"}, {1})
SMonitorStarts == MonitorStartInputs(Both)
SMonitorStops == MonitorStopInputs(Both)
SPackets == PacketInputs({D1, E, C})
SRegisters == RegisterInputs({0, 1, 4, 9})
SReloads == ReloadInputs({0, 1, 7})
=============================================================================
