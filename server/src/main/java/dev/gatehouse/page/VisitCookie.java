package dev.gatehouse.page;

import dev.gatehouse.secret.Base64Url;
import dev.gatehouse.secret.RandomValues;
import dev.gatehouse.web.Cookie;
import dev.gatehouse.web.HttpHeader;
import dev.gatehouse.web.Request;
import java.net.URI;
import java.util.Optional;

/// A cookie that says nothing but: the same browser as before. Tokens in forms are bound to it.
record VisitCookie(Cookie cookie) {

    private static final int BYTES = 16;

    static VisitCookie at(URI publicUrl) {
        return new VisitCookie(Cookie.of("visit", Cookie.SameSite.LAX, publicUrl));
    }

    static String newValue() {
        return Base64Url.encode(RandomValues.bytes(BYTES));
    }

    Optional<String> of(Request request) {
        return cookie.of(request);
    }

    HttpHeader holding(String value) {
        return cookie.holding(value);
    }
}
