package dev.gatehouse.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the links of a client must be, which people see on our pages and may follow.
///
/// @spec https://openid.net/specs/openid-connect-registration-1_0.html#ClientMetadata OpenID Connect Registration §2
final class LinkRules {

    private static final Set<String> SCHEMES = Set.of("https", "http");

    private LinkRules() {}

    static List<ClientFault> faults(ClientProfile profile) {
        return Stream.of(ClientMember.CLIENT_URI, ClientMember.POLICY_URI, ClientMember.TOS_URI, ClientMember.LOGO_URI)
                .filter(member -> profile.members()
                        .text(member)
                        .filter(link -> !isOfTheWeb(link))
                        .isPresent())
                .map(member -> new ClientFault(member.wire(), "is no address of the web, as https://app.example.com/"))
                .toList();
    }

    /// Nothing else than the web: `javascript:` is a link, too.
    private static boolean isOfTheWeb(String link) {
        try {
            var uri = new URI(link);
            return SCHEMES.contains(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
