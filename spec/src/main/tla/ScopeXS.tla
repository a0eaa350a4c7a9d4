------------------------------ MODULE ScopeXS ------------------------------
(* Scope XS: what a complete test suite of size XS is about, for a device   *)
(* that registers these objects.  No registering, and drop monitor for      *)
(* hardware drops only.                                                     *)
EXTENDS PacketTrapRules

D1 == 1
D2 == 2
E == 3
UnknownTrap == 4
Mixed == 1        \* D1, D2 and E
UnknownPolicer == 2
HardwareOnly == {<<FALSE, TRUE>>}

XSTraps ==
  <<[type |-> "drop", group |-> Mixed, initial |-> "drop"],
    [type |-> "drop", group |-> Mixed, initial |-> "drop"],
    [type |-> "exception", group |-> Mixed, initial |-> "trap"]>>
XSGroups == <<[policer |-> 1]>>
XSPolicers ==
  <<[rate |-> 1, burst |-> 2, minRate |-> 1, maxRate |-> 2, minBurst |-> 1, maxBurst |-> 2]>>
XSCallbacks == {"GROUP_SET", "POLICER_SET"}
XSMaxCount == 1
XSMaxQueue == 1

XSTrapSets ==
  TrapSetInputs({D1}, {"drop", "trap", "mirror", "invalid"}, {0})
  \cup TrapSetInputs({D1}, {"trap"}, {1})
  \cup TrapSetInputs({E}, {"drop"}, {0})
  \cup TrapSetInputs({UnknownTrap}, {"trap"}, {0})
XSGroupSets ==
  GroupSetInputs({Mixed}, {"drop"}, {Absent}, {0})
  \cup GroupSetInputs({Mixed}, {"mirror"}, {UnknownPolicer}, {0})
  \cup GroupSetInputs({Mixed}, {"absent"}, {1}, {0, 1})
  \cup GroupSetInputs({Mixed}, {"absent"}, {0}, {0})
XSPolicerSets ==
  PolicerSetInputs({1}, {1}, {1}, {0, 1})
  \cup PolicerSetInputs({1}, {Absent}, {0}, {0})
  \cup PolicerSetInputs({1}, {3}, {Absent}, {0})
XSGets ==
  GetInputs("trap", {D1, D2, E})
  \cup GetInputs("group", {Mixed})
  \cup GetInputs("policer", {1})
  \cup GetInputs("monitor", {0})
XSDumps == {}
XSMisdirecteds == {}
XSUnprivilegeds == UnprivilegedInputs({"TrapSet", "MonitorStart"})
XSMonitorConfigSets == MonitorConfigSetInputs({"packet", "summary"}, {Absent})
XSMonitorStarts == MonitorStartInputs(HardwareOnly)
XSMonitorStops == MonitorStopInputs(HardwareOnly)
XSPackets == PacketInputs({D1, E})
XSRegisters == {}
XSReloads == ReloadInputs({0})

\* Next without what such a suite leaves out: the stack's drops, and unregistering.
XSNext ==
  \/ \E i \in TrapSets : TrapSetStep(i)
  \/ \E i \in GroupSets : GroupSetStep(i)
  \/ \E i \in PolicerSets : PolicerSetStep(i)
  \/ \E i \in Gets : GetStep(i)
  \/ \E i \in Unprivilegeds : UnprivilegedStep(i)
  \/ \E i \in MonitorConfigSets : MonitorConfigSetStep(i)
  \/ \E i \in MonitorStarts : MonitorStartStep(i)
  \/ \E i \in MonitorStops : MonitorStopStep(i)
  \/ \E i \in Packets : PacketStep(i)
  \/ \E i \in {[kind |-> "Tick"]} : TickStep(i)
  \/ \E i \in {[kind |-> "Drain"]} : DrainStep(i)
  \/ \E i \in Reloads : ReloadStep(i)
XSSpec == Init /\ [][XSNext]_vars
=============================================================================
