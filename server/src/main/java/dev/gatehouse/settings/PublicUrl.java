package dev.gatehouse.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// The address by which the world knows this server. It is the issuer of every token, compared letter by letter,
/// so there is one spelling of it.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8414#section-2 RFC 8414 §2
final class PublicUrl {

    private PublicUrl() {}

    static Optional<URI> parse(String text) {
        try {
            var url = new URI(text);
            var web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            var plain = url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
            return web && plain && url.getHost() != null && !text.endsWith("/") ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
