package dev.gatehouse.dpop;

import dev.gatehouse.web.Admission;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Cors;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.Request;
import java.util.Optional;

/// Stands at the doors where tokens are given out, or asked for: it reads the proof that comes with a request, and
/// hands out nonces.
///
/// Two steps, since whoever is told to come again with a nonce comes with the same code and the same assertion: they
/// must not be spent by then. So ask [#read] first of all, and [#spend] when it is known who asks.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9449#section-5 RFC 9449 §5, §8
public final class DpopGuard {

    /// @spec https://www.rfc-editor.org/rfc/rfc9449#section-12.2 RFC 9449 §12.2
    public static final ProblemType INVALID_PROOF =
            ProblemType.badRequest("invalid-dpop-proof", "The DPoP proof is not good");

    /// @spec https://www.rfc-editor.org/rfc/rfc9449#section-8 RFC 9449 §8
    public static final ProblemType NONCE_WANTED =
            ProblemType.badRequest("use-dpop-nonce", "The DPoP proof needs a nonce of ours");

    private final DpopProofs proofs;

    public DpopGuard(DpopProofs proofs) {
        this.proofs = proofs;
    }

    /// For the doors that take proofs: scripts may send them, and read what the next one must hold.
    public static Cors open(Cors cors) {
        return cors.taking(DpopProofs.HEADER).showing(DpopProofs.NONCE_HEADER);
    }

    /// @return the proof, not spent yet; empty if there is none
    public Admission<Optional<DpopVerdict.Good>> read(Request request) {
        var target = new DpopRequest(request.method(), request.url(request.path()), Optional.empty());
        return switch (proofs.judge(request.headers(DpopProofs.HEADER), target)) {
            case DpopVerdict.Absent() -> Admission.admitted(Optional.empty());
            case DpopVerdict.Good good -> Admission.admitted(Optional.of(good));
            case DpopVerdict.Bad(var why) -> Admission.refused(INVALID_PROOF, said(why));
            case DpopVerdict.NonceWanted() ->
                Admission.refused(NONCE_WANTED, "Send a proof with the `nonce` of the header DPoP-Nonce.");
        };
    }

    /// @return the thumbprint of the key that the caller holds; empty without a proof
    public Admission<Optional<String>> spend(Optional<DpopVerdict.Good> proof) {
        return proof.isEmpty() || proofs.spend(proof.get())
                ? Admission.admitted(proof.map(DpopVerdict.Good::jkt))
                : Admission.refused(INVALID_PROOF, said("it was used before"));
    }

    /// Both steps at once, where nothing else is spent.
    ///
    /// @return the thumbprint of the key that the caller holds; empty without a proof
    public Admission<Optional<String>> prove(Request request) {
        return switch (read(request)) {
            case Admission.Refused<Optional<DpopVerdict.Good>>(var refusal) -> Admission.refused(refusal);
            case Admission.Admitted<Optional<DpopVerdict.Good>>(var proof) -> spend(proof);
        };
    }

    /// Gives whoever sends proofs the nonce for the next one, with whatever the answer is.
    public <T> Answer<T> withNextNonce(Request request, Answer<T> answer) {
        return request.headers(DpopProofs.HEADER).isEmpty()
                ? answer
                : answer.header(DpopProofs.NONCE_HEADER, proofs.nextNonce());
    }

    private static String said(String why) {
        return "The DPoP proof is not good: " + why + ".";
    }
}
