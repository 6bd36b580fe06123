package dev.gatehouse.client;

import static dev.gatehouse.client.ClientMember.BACKCHANNEL_LOGOUT_URI;
import static dev.gatehouse.client.ClientMember.FRONTCHANNEL_LOGOUT_URI;
import static dev.gatehouse.client.ClientMember.POST_LOGOUT_REDIRECT_URIS;

import dev.gatehouse.outbound.OutboundAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the addresses must be that a client has for signing out.
record SignOutRules(ClientProfile profile) {

    private static final int MANY = 100;

    List<ClientFault> faults() {
        var faults = new ArrayList<ClientFault>();
        faults.addAll(afterwards());
        backChannel().map(why -> fault(BACKCHANNEL_LOGOUT_URI, why)).ifPresent(faults::add);
        frontChannel().map(why -> fault(FRONTCHANNEL_LOGOUT_URI, why)).ifPresent(faults::add);
        return faults;
    }

    /// Like redirect URIs: a person is sent there.
    ///
    /// @spec https://openid.net/specs/openid-connect-rpinitiated-1_0.html#ClientMetadata RP-Initiated Logout §3.1
    private List<ClientFault> afterwards() {
        var all = profile.signOut().afterwards();
        if (all.size() > MANY) return List.of(fault(POST_LOGOUT_REDIRECT_URIS, "are more than 100"));
        return all.stream()
                .flatMap(uri -> RedirectUri.fault(uri).stream()
                        .map(why -> fault(POST_LOGOUT_REDIRECT_URIS, "'" + uri + "' " + why)))
                .toList();
    }

    /// @spec https://openid.net/specs/openid-connect-backchannel-1_0.html#BCRegistration Back-Channel Logout §2.2
    private Optional<String> backChannel() {
        return profile.signOut().backChannel().flatMap(OutboundAddress::fault);
    }

    /// @spec https://openid.net/specs/openid-connect-frontchannel-1_0.html#RPLogout Front-Channel Logout §2
    private Optional<String> frontChannel() {
        return profile.signOut().frontChannel().flatMap(uri -> fault(uri).or(() -> foreign(uri)));
    }

    /// Scheme, host and port are those of a redirect URI; on the person's own machine the port is free there, too.
    private Optional<String> foreign(String uri) {
        return profile.redirectUris().stream()
                        .filter(redirect -> RedirectUri.fault(redirect).isEmpty())
                        .anyMatch(redirect -> isOfSameOrigin(URI.create(redirect), URI.create(uri)))
                ? Optional.empty()
                : Optional.of("has not the scheme, host and port of any of the redirect_uris");
    }

    private static boolean isOfSameOrigin(URI redirect, URI uri) {
        return uri.getScheme().equals(redirect.getScheme())
                && uri.getHost().equals(redirect.getHost())
                && (uri.getScheme().equals("http") || port(uri) == port(redirect));
    }

    private static int port(URI uri) {
        return uri.getPort() < 0 ? 443 : uri.getPort();
    }

    private static Optional<String> fault(String uri) {
        return RedirectUri.fault(uri).or(() -> isOfTheWeb(uri) ? Optional.empty() : Optional.of("must be https"));
    }

    /// The colon matters: programs have schemes of their own, such as `https.example:`.
    private static boolean isOfTheWeb(String uri) {
        return uri.startsWith("https:") || uri.startsWith("http:");
    }

    private static ClientFault fault(ClientMember member, String why) {
        return new ClientFault(member.wire(), why);
    }
}
