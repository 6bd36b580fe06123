package dev.gatehouse.discovery;

import dev.gatehouse.client.AuthenticationMethod;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// What certificates of callers are good for here.
///
/// @param areTaken whether a caller can show one at all
/// @param haveIssuers whether there are issuers whom we trust
/// @param port where callers are asked for one, if that is another than the issuer's; 0 is not known yet
public record CallerCertificates(boolean areTaken, boolean haveIssuers, OptionalInt port) {

    /// The ways in which a client can prove to be itself at this server, as it is set up.
    List<String> methods() {
        return Arrays.stream(AuthenticationMethod.values())
                .filter(this::works)
                .map(AuthenticationMethod::wire)
                .toList();
    }

    private boolean works(AuthenticationMethod method) {
        return switch (method) {
            case TLS_CLIENT_AUTH -> areTaken && haveIssuers;
            case SELF_SIGNED_TLS_CLIENT_AUTH -> areTaken;
            default -> true;
        };
    }

    /// The same endpoints, where a client with a certificate finds somebody who asks for it.
    ///
    /// @param endpoints by the members that name them
    /// @spec https://www.rfc-editor.org/rfc/rfc8705#section-5 RFC 8705 §5
    Optional<Map<String, URI>> aliases(URI issuer, Map<String, URI> endpoints) {
        if (port.isEmpty() || port.getAsInt() == 0) return Optional.empty();
        var issuerText = issuer.toString();
        var host = issuer.getHost() + ":" + port.getAsInt();
        var path = issuer.getRawPath() == null ? "" : issuer.getRawPath();
        var aliases = new TreeMap<String, URI>();
        endpoints.forEach((member, endpoint) -> aliases.put(
                member,
                URI.create("https://" + host + path + endpoint.toString().substring(issuerText.length()))));
        return Optional.of(aliases);
    }
}
