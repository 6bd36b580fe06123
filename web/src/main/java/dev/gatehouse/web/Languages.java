package dev.gatehouse.web;

import dev.gatehouse.web.language.AcceptLanguage;
import dev.gatehouse.web.language.Language;
import java.time.Duration;
import java.util.Optional;

/// Finds out in which language to speak: as the request itself asks, as the person once chose, as the browser
/// says, else English.
///
/// @param cookie remembers what the person chose
public record Languages(Cookie cookie) {
    private static final Duration A_YEAR = Duration.ofDays(365);

    public Language of(Request request) {
        return of(request, Optional.empty());
    }

    /// @param uiLocales language tags with spaces between, the best first
    /// @spec https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest OpenID Connect Core §3.1.2.1
    public Language of(Request request, Optional<String> uiLocales) {
        return uiLocales
                .flatMap(Language::firstOf)
                .or(() -> cookie.of(request).flatMap(Language::of))
                .or(() -> request.header("Accept-Language").flatMap(AcceptLanguage::best))
                .orElse(Language.ENGLISH);
    }

    /// Remembers the choice in this browser.
    public HttpHeader remember(Language language) {
        return cookie.holding(language.tag(), A_YEAR);
    }
}
