package dev.gatehouse.discovery;

import dev.gatehouse.key.SigningKeys;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Cors;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.Doc;
import java.util.List;
import java.util.Map;

/// The public keys, so that any program can check our tokens without asking us.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7517#section-5 RFC 7517 §5
public final class JwkSetEndpoint {

    /// Minutes, so that a revoked key is soon forgotten. The next key is published long before it signs.
    private static final String CACHED = "public, max-age=300";

    private final SigningKeys keys;

    public JwkSetEndpoint(SigningKeys keys) {
        this.keys = keys;
    }

    @Doc("A JWK set: public keys only. Empty where tokens are signed with a shared secret (HS*).")
    record JwkSet(List<Map<String, Object>> keys) {}

    public void mount(Api api) {
        api.get("/oauth2/jwks")
                .tag("Discovery")
                .summary("The public keys that verify our tokens")
                .cors(Cors.anyOrigin())
                .answers(200, JwkSet.class)
                .to(this::show);
    }

    private Answer<JwkSet> show(Call<None, None, None> call) {
        return Answer.of(new JwkSet(keys.published())).header("Cache-Control", CACHED);
    }
}
