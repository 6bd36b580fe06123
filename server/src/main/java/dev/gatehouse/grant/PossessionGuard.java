package dev.gatehouse.grant;

import dev.gatehouse.client.Client;
import dev.gatehouse.dpop.DpopGuard;
import dev.gatehouse.dpop.DpopVerdict;
import dev.gatehouse.token.Confirmation;
import dev.gatehouse.web.Admission;
import java.util.Optional;

/// Finds which keys the caller of the token endpoint holds: its tokens will be bound to them.
final class PossessionGuard {

    private final DpopGuard dpop;

    PossessionGuard(DpopGuard dpop) {
        this.dpop = dpop;
    }

    /// The rules, in order:
    ///
    /// 1. a client whose tokens must be bound to a key sends a proof, else `invalid_dpop_proof` (RFC 9449 §5.2)
    /// 2. the proof comes for the first time, else `invalid_dpop_proof` (§11.1)
    ///
    /// @param client authenticated by now
    /// @param proof found good by now, but not spent
    Admission<Confirmation> admit(Client client, Optional<DpopVerdict.Good> proof) {
        if (proof.isEmpty() && client.profile().demands().dpop())
            return Admission.refused(
                    DpopGuard.INVALID_PROOF, "Its tokens are bound to a key; send the header DPoP with a proof.");
        return switch (dpop.spend(proof)) {
            case Admission.Refused<Optional<String>>(var refusal) -> Admission.refused(refusal);
            case Admission.Admitted<Optional<String>>(var jkt) ->
                Admission.admitted(jkt.map(Confirmation::ofKey).orElse(Confirmation.NONE));
        };
    }
}
