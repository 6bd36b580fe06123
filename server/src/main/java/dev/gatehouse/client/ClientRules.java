package dev.gatehouse.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a client must not be, all of it at once.
final class ClientRules {

    /// @spec https://www.rfc-editor.org/rfc/rfc6749#section-3.3 RFC 6749 §3.3
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,128}");

    private static final int MANY = 100;

    private final ClientProfile profile;
    private final List<ClientFault> faults = new ArrayList<>();

    private ClientRules(ClientProfile profile) {
        this.profile = profile;
    }

    static List<ClientFault> faults(ClientProfile profile) {
        var rules = new ClientRules(profile);
        ClientName.fault(profile.name()).ifPresent(rules.faults::add);
        rules.grants();
        rules.redirects();
        rules.scopes();
        rules.resources();
        rules.pkce();
        rules.members();
        rules.faults.addAll(new SignOutRules(profile).faults());
        rules.faults.addAll(ExchangeRules.faults(profile));
        rules.faults.addAll(KeyRules.faults(profile));
        rules.faults.addAll(RequestMemberRules.faults(profile));
        rules.faults.addAll(LinkRules.faults(profile));
        rules.faults.addAll(CertificateRules.faults(profile));
        rules.faults.addAll(TokenFormRules.faults(profile));
        return rules.faults;
    }

    private void grants() {
        if (profile.grants().isEmpty()) fault("grant_types", "name at least one");
        if (profile.allows(GrantType.CLIENT_CREDENTIALS) && profile.isPublic())
            fault("grant_types", "client_credentials needs a client that can keep a secret, this one is public");
        if (profile.allows(GrantType.REFRESH_TOKEN)
                && !profile.allows(GrantType.AUTHORIZATION_CODE)
                && !profile.allows(GrantType.DEVICE_CODE))
            fault(
                    "grant_types",
                    "refresh_token goes with authorization_code or device_code, from which refresh tokens come");
    }

    private void redirects() {
        var goesSomewhere = profile.allows(GrantType.AUTHORIZATION_CODE);
        if (goesSomewhere && profile.redirectUris().isEmpty())
            fault("redirect_uris", "authorization_code needs at least one");
        if (!goesSomewhere && !profile.redirectUris().isEmpty())
            fault("redirect_uris", "only authorization_code uses them; leave them out or allow that grant");
        if (profile.redirectUris().size() > MANY) fault("redirect_uris", "are more than 100");
        for (var uri : profile.redirectUris()) {
            RedirectUri.fault(uri).ifPresent(why -> fault("redirect_uris", "'" + uri + "' " + why));
        }
    }

    private void scopes() {
        if (profile.scopes().size() > MANY) fault("scope", "has more than 100 scopes");
        for (var scope : profile.scopes()) {
            if (!SCOPE.matcher(scope).matches())
                fault("scope", "'" + scope + "' is none: printable ASCII without space, quote and backslash");
        }
    }

    /// @spec https://www.rfc-editor.org/rfc/rfc8707#section-2 RFC 8707 §2
    private void resources() {
        if (profile.resources().size() > MANY) fault("resources", "are more than 100");
        for (var resource : profile.resources()) {
            if (!isResource(resource))
                fault("resources", "'" + resource + "' is none: an absolute URI without a fragment");
        }
    }

    private static boolean isResource(String text) {
        try {
            var uri = new URI(text);
            return uri.isAbsolute() && uri.getRawFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private void pkce() {
        if (!profile.pkceRequired() && profile.isPublic())
            fault("require_pkce", "a public client cannot do without: anybody could redeem its codes");
    }

    private void members() {
        profile.members()
                .said()
                .forEach((member, text) -> member.fault(text).ifPresent(why -> fault(member.wire(), why)));
    }

    private void fault(String field, String message) {
        faults.add(new ClientFault(field, message));
    }
}
