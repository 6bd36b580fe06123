package dev.gatehouse.logout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.session.Ticket;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an application asks for when it sends a person here to sign out. Nothing of it is believed yet.
///
/// `logout_hint` is taken and says nothing that we do not know: a browser has one session.
///
/// @param idTokenHint an ID token that the application was given once
/// @param redirectUri where the person shall go then
/// @param state what the application wants to see again there
/// @param uiLocales the person's languages, as the application knows them
/// @spec https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout RP-Initiated Logout §2
record LogoutRequest(
        Optional<String> idTokenHint,
        Optional<String> clientId,
        Optional<String> redirectUri,
        Optional<String> state,
        Optional<String> uiLocales) {

    /// Nobody sent the person.
    static final LogoutRequest OWN =
            new LogoutRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// What waits under a ticket.
    static LogoutRequest of(Ticket ticket) {
        return new LogoutRequest(
                ticket.parameter("id_token_hint"),
                ticket.parameter("client_id"),
                ticket.parameter("post_logout_redirect_uri"),
                ticket.parameter("state"),
                ticket.parameter("ui_locales"));
    }

    /// By their names on the wire, those that are there.
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        idTokenHint.ifPresent(value -> parameters.put("id_token_hint", value));
        clientId.ifPresent(value -> parameters.put("client_id", value));
        redirectUri.ifPresent(value -> parameters.put("post_logout_redirect_uri", value));
        state.ifPresent(value -> parameters.put("state", value));
        uiLocales.ifPresent(value -> parameters.put("ui_locales", value));
        return parameters;
    }

    String query() {
        return parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /// The same for a person who is asked: the hint has served, the client is known by it.
    LogoutRequest asked(String client) {
        return new LogoutRequest(Optional.empty(), Optional.of(client), redirectUri, state, uiLocales);
    }
}
