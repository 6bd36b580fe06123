package dev.gatehouse.discovery;

import dev.gatehouse.key.SigningKeys;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Cors;
import dev.gatehouse.web.None;

/// What clients can find out by themselves: where everything is, and what works.
///
/// Two specifications ask for it at two addresses; both get the same answer.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8414#section-3 RFC 8414 §3
/// @spec https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig OpenID Connect Discovery
///     §4
public final class MetadataEndpoint {

    private final ProviderMetadata metadata;
    private final SigningKeys keys;

    /// @param issuer our public URL
    /// @param letsRegister whether applications may register themselves
    public MetadataEndpoint(String issuer, SigningKeys keys, boolean letsRegister, CallerCertificates certificates) {
        this.keys = keys;
        this.metadata = ProviderMetadata.of(issuer, letsRegister, certificates);
    }

    public void mount(Api api) {
        api.get("/.well-known/oauth-authorization-server")
                .tag("Discovery")
                .summary("What this server can do")
                .cors(Cors.anyOrigin())
                .answers(200, ProviderMetadata.class)
                .to(this::show);
        api.get("/.well-known/openid-configuration")
                .tag("Discovery")
                .summary("What this server can do, for clients of OpenID Connect")
                .cors(Cors.anyOrigin())
                .answers(200, ProviderMetadata.class)
                .to(this::showToOpenIdClient);
    }

    private Answer<ProviderMetadata> show(Call<None, None, None> call) {
        return Answer.of(metadata).header("Cache-Control", "public, max-age=300");
    }

    /// Whoever reads this goes on to our JWK set, and shall find the keys of ID tokens there.
    private Answer<ProviderMetadata> showToOpenIdClient(Call<None, None, None> call) {
        keys.prepare(SigningKeys.EVERYBODYS);
        return show(call);
    }
}
