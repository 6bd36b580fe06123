package dev.gatehouse.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.client.ErrorDescription;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What the client is told, by way of the person's browser.
///
/// @param parameters in their order
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2 RFC 6749 §4.1.2, §4.1.2.1
/// @spec https://www.rfc-editor.org/rfc/rfc9207#section-2 RFC 9207 §2
record AuthorizationResponse(ReplyTo replyTo, Map<String, String> parameters) {

    static AuthorizationResponse code(ReplyTo replyTo, String issuer, String code) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("code", code);
        return complete(replyTo, issuer, parameters);
    }

    static AuthorizationResponse error(ReplyTo replyTo, String issuer, String error, String why) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("error", error);
        parameters.put("error_description", ErrorDescription.of(why));
        return complete(replyTo, issuer, parameters);
    }

    /// Each answer says what it belongs to and who gives it, so that no other server's answer passes for it.
    private static AuthorizationResponse complete(ReplyTo replyTo, String issuer, Map<String, String> parameters) {
        replyTo.state().ifPresent(state -> parameters.put("state", state));
        parameters.put("iss", issuer);
        return new AuthorizationResponse(replyTo, parameters);
    }

    /// The redirect URI keeps the query that it has.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc6749#section-3.1.2 RFC 6749 §3.1.2
    URI address() {
        var query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var uri = replyTo.redirectUri();
        var separator = uri.indexOf('?') < 0 ? "?" : uri.endsWith("?") || uri.endsWith("&") ? "" : "&";
        return URI.create(uri + separator + query);
    }
}
