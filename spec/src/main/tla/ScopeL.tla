------------------------------- MODULE ScopeL -------------------------------
(* Scope L: as M with more tokens, packets and bindings; for those who have *)
(* time.                                                                    *)
EXTENDS ScopeM

LPolicers == [MPolicers EXCEPT ![2].burst = 2]
LPackets == PacketInputs({D1, D2, E, C})
LGroupSets == MGroupSets \cup GroupSetInputs({Controls}, {"absent"}, {2}, {0})
=============================================================================
