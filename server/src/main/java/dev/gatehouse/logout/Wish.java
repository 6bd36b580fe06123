package dev.gatehouse.logout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.client.Client;
import dev.gatehouse.session.Standing;
import dev.gatehouse.token.IdTokenHint;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;

/// A request to sign out that was found good.
///
/// @param client that sent the person; empty: nobody did
/// @param sid the session that the client proved to know of
/// @param next where the person goes then, with what the client wants to see again
record Wish(LogoutRequest request, Optional<Client> client, Optional<String> sid, Optional<URI> next) {

    /// A person came by herself.
    static final Wish OWN = new Wish(LogoutRequest.OWN, Optional.empty(), Optional.empty(), Optional.empty());

    static Wish of(LogoutRules.Asked asked) {
        var request = asked.request();
        return new Wish(
                request,
                asked.client(),
                asked.hint().flatMap(IdTokenHint::sid),
                request.redirectUri().map(address -> next(address, request.state())));
    }

    /// Whether the person need not be asked: the client was given its ID token in this very session. An ID token of
    /// another one may be anybody's who once sat at this browser, or somewhere else.
    ///
    /// @spec https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout RP-Initiated Logout §2
    boolean isProvenFor(Standing standing) {
        return sid.equals(Optional.of(standing.session().id().toString()));
    }

    private static URI next(String address, Optional<String> state) {
        if (state.isEmpty()) return URI.create(address);
        var separator = address.contains("?") ? "&" : "?";
        // A space as %20, which every reader understands, in a query of forms and in any other.
        var spelled = URLEncoder.encode(state.get(), UTF_8).replace("+", "%20");
        return URI.create(address + separator + "state=" + spelled);
    }
}
