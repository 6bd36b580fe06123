package dev.gatehouse.discovery;

import dev.gatehouse.client.AuthenticationMethod;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Cors;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.Doc;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/// What clients can find out by themselves: where everything is, and what works. Nothing is named that does not.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8414#section-2 RFC 8414 §2
public final class MetadataEndpoint {

    private final Metadata metadata;

    /// @param issuer our public URL
    public MetadataEndpoint(String issuer) {
        this.metadata = new Metadata(
                issuer,
                URI.create(issuer + "/oauth2/token"),
                URI.create(issuer + "/oauth2/jwks"),
                List.of(),
                List.of(GrantType.CLIENT_CREDENTIALS.wire()),
                Arrays.stream(AuthenticationMethod.values())
                        .filter(AuthenticationMethod::hasSecret)
                        .map(AuthenticationMethod::wire)
                        .toList(),
                URI.create(issuer + "/docs"));
    }

    @Doc("What this authorization server can do (RFC 8414).")
    record Metadata(
            String issuer,
            URI tokenEndpoint,
            URI jwksUri,
            List<String> responseTypesSupported,
            List<String> grantTypesSupported,
            List<String> tokenEndpointAuthMethodsSupported,
            URI serviceDocumentation) {}

    public void mount(Api api) {
        api.get("/.well-known/oauth-authorization-server")
                .tag("Discovery")
                .summary("What this server can do")
                .cors(Cors.anyOrigin())
                .answers(200, Metadata.class)
                .to(this::show);
    }

    private Answer<Metadata> show(Call<None, None, None> call) {
        return Answer.of(metadata).header("Cache-Control", "public, max-age=300");
    }
}
