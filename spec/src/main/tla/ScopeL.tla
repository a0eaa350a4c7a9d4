------------------------------- MODULE ScopeL -------------------------------
(* Scope L: as M with more of everything; for machines with time.           *)
EXTENDS ScopeM

LMaxCount == 3
LPackets == PacketInputs({D1, D2, E, C})
LGroupSets == MGroupSets \cup GroupSetInputs({Controls}, {"absent"}, {2}, {0})
LPolicerSets == MPolicerSets
=============================================================================
