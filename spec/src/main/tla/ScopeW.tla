------------------------------- MODULE ScopeW -------------------------------
(* Scope W: as S, but the driver sets the actions of whole groups, and can  *)
(* neither bind groups nor change policers.                                 *)
EXTENDS ScopeS

WCallbacks == {"GROUP_ACTION_SET"}
WGroupSets == SGroupSets \cup GroupSetInputs({Mixed}, {"drop"}, {Absent}, {1})
WRegisters == RegisterInputs({0})
WReloads == ReloadInputs({7})
=============================================================================
