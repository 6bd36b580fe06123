package dev.gatehouse.grant;

import static dev.gatehouse.client.OAuthProblems.MISSING_PARAMETER;

import dev.gatehouse.client.Client;
import dev.gatehouse.dpop.DpopGuard;
import dev.gatehouse.dpop.DpopVerdict;
import dev.gatehouse.token.CertificateDigest;
import dev.gatehouse.token.Confirmation;
import dev.gatehouse.web.Admission;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// Finds which keys the caller of the token endpoint holds: its tokens will be bound to them.
final class PossessionGuard {

    private final DpopGuard dpop;

    PossessionGuard(DpopGuard dpop) {
        this.dpop = dpop;
    }

    /// The rules, in order:
    ///
    /// 1. a client whose tokens must be bound to a key sends a proof, else `invalid_request` (RFC 9449 §5.2)
    /// 2. one whose tokens must be bound to a certificate shows it, else `invalid_request` (RFC 8705 §3)
    /// 3. the proof comes for the first time, else `invalid_dpop_proof` (RFC 9449 §11.1)
    ///
    /// @param client authenticated by now
    /// @param proof found good by now, but not spent
    /// @param certificates that came with the request; only a client that asked for it has its tokens bound to them
    Admission<Confirmation> admit(Client client, Optional<DpopVerdict.Good> proof, List<X509Certificate> certificates) {
        if (proof.isEmpty() && client.profile().demands().dpop())
            return Admission.refused(
                    MISSING_PARAMETER, "Its tokens are bound to a key; send the header DPoP with a proof.");
        var certificate = client.profile().demands().certificate()
                ? CertificateDigest.of(certificates)
                : Optional.<String>empty();
        if (certificate.isEmpty() && client.profile().demands().certificate())
            return Admission.refused(
                    MISSING_PARAMETER, "Its tokens are bound to a certificate; show it when you connect.");
        return switch (dpop.spend(proof)) {
            case Admission.Refused<Optional<String>>(var refusal) -> Admission.refused(refusal);
            case Admission.Admitted<Optional<String>>(var jkt) ->
                Admission.admitted(new Confirmation(jkt, certificate));
        };
    }
}
