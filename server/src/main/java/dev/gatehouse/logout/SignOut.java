package dev.gatehouse.logout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Clients;
import dev.gatehouse.client.SignOutAddresses;
import dev.gatehouse.session.Sessions;
import dev.gatehouse.session.Standing;
import dev.gatehouse.token.Participant;
import dev.gatehouse.token.Participants;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Ends the session of a browser.
///
/// @param issuer our public URL
public record SignOut(Sessions sessions, Participants participants, Clients clients, String issuer) {

    /// Ends it, and with it every token that was given for as long as it lasts.
    ///
    /// @return what the browser has to load, so that the clients that want it so hear of it there
    List<URI> end(Standing standing, Origin origin) {
        var session = standing.session();
        var knew = participants.ofSession(session.tenantId(), session.id());
        sessions.end(standing.account(), session.id(), origin);
        return knew.stream()
                .flatMap(participant -> address(session.tenantId(), participant).stream())
                .distinct()
                .toList();
    }

    private Optional<URI> address(String tenantId, Participant participant) {
        return clients.find(tenantId, participant.clientId())
                .map(client -> client.profile().signOut())
                .flatMap(addresses ->
                        addresses.frontChannel().map(uri -> with(uri, addresses, participant.sessionId())));
    }

    /// Both parameters or none.
    ///
    /// @spec https://openid.net/specs/openid-connect-frontchannel-1_0.html#RPLogout Front-Channel Logout §2
    private URI with(String uri, SignOutAddresses addresses, UUID sessionId) {
        if (!addresses.frontChannelNeedsSession()) return URI.create(uri);
        var separator = uri.contains("?") ? "&" : "?";
        return URI.create(uri + separator + "iss=" + URLEncoder.encode(issuer, UTF_8) + "&sid=" + sessionId);
    }
}
