package dev.gatehouse.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/// A cookie that goes out over HTTP/2 as a field of its own.
///
/// The library keeps the values of one name together and, over HTTP/2, joins them by commas; no browser
/// understands cookies that are joined (RFC 9113 §8.2.3 parts fields, RFC 6265 §3 forbids to fold these). It is
/// mended in the release after 4.4.0 (helidon-io/helidon#11542); with that, this class can go. Until then each
/// cookie is put down under a name of its own, and tells its right name when it is written.
final class SeparateField implements InvocationHandler {
    private final Header cookie;
    private final HeaderName place;
    private boolean isPlaced;

    private SeparateField(Header cookie, HeaderName place) {
        this.cookie = cookie;
        this.place = place;
    }

    static void add(ServerResponseHeaders headers, HttpHeader cookie) {
        var field = new SeparateField(
                HeaderValues.create(HeaderNames.SET_COOKIE, cookie.value()),
                HeaderNames.create("set-cookie-" + headers.size()));
        var loader = SeparateField.class.getClassLoader();
        headers.set((Header) Proxy.newProxyInstance(loader, new Class<?>[] {Header.class}, field));
        field.isPlaced = true;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (!isPlaced && method.getName().equals("headerName")) return place;
        try {
            return method.invoke(cookie, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
