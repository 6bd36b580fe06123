package dev.gatehouse.dpop;

import dev.gatehouse.jose.DpopProof;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.replay.Purpose;
import dev.gatehouse.replay.Replays;
import dev.gatehouse.secret.MasterKey;
import dev.gatehouse.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Judges the proofs of possession that come with requests.
///
/// Judging touches no database, so that a request can be refused for its proof before anything of it is spent;
/// [#spend] does, when all else was found in order.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9449#section-4.3 RFC 9449 §4.3
public final class DpopProofs {

    /// The header in which a proof comes, and the one in which the next nonce goes.
    public static final String HEADER = "DPoP";

    public static final String NONCE_HEADER = "DPoP-Nonce";

    /// FAPI 2.0 Security Profile §5.4 allows no RSA signature but PS256; nobody needs another here.
    static final List<JwtAlgorithm> ALGORITHMS =
            List.of(JwtAlgorithm.ES256, JwtAlgorithm.ES384, JwtAlgorithm.EDDSA, JwtAlgorithm.PS256);

    /// As metadata and challenges name them. EdDSA has a second name (RFC 9864).
    public static final List<String> ALGORITHM_NAMES = List.of("ES256", "ES384", "EdDSA", "Ed25519", "PS256");

    /// How far a proof's own time may be from ours, either way.
    static final Duration WINDOW = Duration.ofSeconds(60);

    private final Replays replays;
    private final Nonces nonces;
    private final NoncePolicy policy;
    private final InstantSource clock;

    public DpopProofs(Replays replays, MasterKey master, NoncePolicy policy, InstantSource clock) {
        this.replays = replays;
        this.nonces = new Nonces(master, clock);
        this.policy = policy;
        this.clock = clock;
    }

    /// @param headers every header `DPoP` of the request
    public DpopVerdict judge(List<String> headers, DpopRequest request) {
        if (headers.isEmpty()) return new DpopVerdict.Absent();
        // Item 1.
        if (headers.size() > 1) return new DpopVerdict.Bad("there is more than one header DPoP");
        return DpopProof.parse(headers.getFirst())
                .map(proof -> judge(proof, request))
                .orElseGet(() -> new DpopVerdict.Bad("it is no signed JWT in compact form, or too long"));
    }

    private DpopVerdict judge(DpopProof proof, DpopRequest request) {
        var now = clock.instant();
        return ProofRules.broken(new ProofRules.Asked(proof, request, policy, nonces, now))
                .map(DpopProofs::refused)
                .orElseGet(() -> good(proof, now));
    }

    private static DpopVerdict refused(ProofRules rule) {
        return rule == ProofRules.NONCE_IS_OURS ? new DpopVerdict.NonceWanted() : new DpopVerdict.Bad(rule.why());
    }

    private DpopVerdict good(DpopProof proof, Instant now) {
        var until = proof.claims().all().containsKey("nonce")
                ? nonces.goodUntil()
                : now.plus(WINDOW).plus(WINDOW);
        return new DpopVerdict.Good(
                proof.thumbprint(), proof.claims().text("jti").orElseThrow(), until);
    }

    /// Spends a proof.
    ///
    /// @return true for the first that shows it, and for nobody else on any node
    /// @spec https://www.rfc-editor.org/rfc/rfc9449#section-11.1 RFC 9449 §11.1
    public boolean spend(DpopVerdict.Good proof) {
        return replays.spend(Tenant.MAIN, Purpose.DPOP_PROOF, proof.jkt(), proof.id(), proof.until());
    }

    /// What the next proof shall hold; every answer may bring it.
    public String nextNonce() {
        return nonces.current();
    }
}
