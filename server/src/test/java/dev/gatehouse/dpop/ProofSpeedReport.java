package dev.gatehouse.dpop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.gatehouse.jose.DpopProof;
import dev.gatehouse.secret.CryptoProvider;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.MasterKey;
import dev.gatehouse.secret.Stopwatch;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Prints what a token that is bound to a key costs one core of this machine at each use, besides the note that the
/// proof was shown. Not part of the tests; run it by `mvn -B -pl server -am test -Dtest=ProofSpeedReport
/// -Dsurefire.failIfNoSpecifiedTests=false`.
class ProofSpeedReport {

    private static final String URL = "https://id.example.com/oauth2/userinfo";
    private static final String TOKEN = "an access token of the usual length".repeat(20);

    private final Nonces nonces = new Nonces(MasterKey.of("a secret of tests"), InstantSource.system());

    @Test
    void each_algorithm() throws JOSEException {
        System.out.println(CryptoProvider.installed());
        proofs(new ECKeyGenerator(Curve.P_256).generate(), JWSAlgorithm.ES256);
        proofs(new ECKeyGenerator(Curve.P_384).generate(), JWSAlgorithm.ES384);
        proofs(new RSAKeyGenerator(2048).generate(), JWSAlgorithm.PS256);
    }

    private void proofs(JWK key, JWSAlgorithm algorithm) {
        var now = InstantSource.system().instant();
        var proof = Proof.of(key, "GET", URL, now).claim("ath", Digest.of(TOKEN));
        var good = proof.signed(algorithm);
        var elsewhere = proof.claim("htu", "https://elsewhere.example/").signed(algorithm);
        Stopwatch.print(algorithm + " proof", () -> judge(good));
        Stopwatch.print(algorithm + " proof, refused before its signature", () -> judge(elsewhere));
        Stopwatch.print(algorithm + " proof, taken apart", () -> DpopProof.parse(good));
    }

    private Object judge(String text) {
        var proof = DpopProof.parse(text).orElseThrow();
        var request = new DpopRequest("GET", URL, Optional.of(TOKEN));
        var asked = new ProofRules.Asked(
                proof,
                request,
                NoncePolicy.OFFERED,
                nonces,
                InstantSource.system().instant());
        return ProofRules.broken(asked).isEmpty() ? proof.thumbprint() : "";
    }
}
