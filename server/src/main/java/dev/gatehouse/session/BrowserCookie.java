package dev.gatehouse.session;

import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.web.Cookie;
import dev.gatehouse.web.HttpHeader;
import dev.gatehouse.web.Request;
import java.net.URI;
import java.util.Optional;

/// The cookie that says who is signed in at a browser.
///
/// It ends with the browser; the session behind it ends by itself. Lax: an application sends people here by a
/// redirect, and they shall be known then. What they do here is proven by the forms' own tokens.
///
/// @param cookie by its name
public record BrowserCookie(Cookie cookie, BrowserSessions sessions) {

    /// @param publicUrl where browsers reach this server
    public static BrowserCookie at(URI publicUrl, BrowserSessions sessions) {
        return new BrowserCookie(Cookie.of("session", Cookie.SameSite.LAX, publicUrl), sessions);
    }

    public Optional<String> value(Request request) {
        return cookie.of(request);
    }

    /// Who is signed in at the browser that asks.
    public Optional<Standing> standing(Request request) {
        return value(request).flatMap(value -> sessions.find(Tenant.MAIN, value));
    }

    public HttpHeader holding(CookieSecret secret) {
        return cookie.holding(secret.value());
    }

    public HttpHeader gone() {
        return cookie.gone();
    }
}
