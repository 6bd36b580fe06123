package dev.gatehouse.web;

import dev.gatehouse.web.shape.Pairs;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Takes only forms that come from our own pages: no other site can make a browser send one on its person's
/// behalf.
///
/// The browser's own word (`Sec-Fetch-Site`, `Origin`) refuses what is foreign; the token proves what is ours,
/// also where a browser says nothing.
///
/// @param cookies the token may be bound to any of these: a ticket before somebody signs in, a session after
record OwnForms(FormTokens tokens, List<Cookie> cookies) {

    Optional<Refusal> refusal(Request request, Pairs form) {
        if (isForeign(request)) return refused("The form was sent from another site.");
        var token = form.only(FormTokens.FIELD);
        boolean proven = token.isPresent()
                && cookies.stream()
                        .flatMap(cookie -> cookie.of(request).stream())
                        .anyMatch(value -> tokens.prove(token.get(), value));
        return proven
                ? Optional.empty()
                : refused("Open the page again and repeat what you did; let this site set cookies.");
    }

    private static Optional<Refusal> refused(String detail) {
        return Optional.of(Refusal.of(Problems.FORM_NOT_OURS, detail));
    }

    /// The browser's word on where the request comes from; no page can change it. Older browsers say an origin
    /// only, and from our own pages `null`, since those ask to send no referrer: that is no sign of a stranger.
    ///
    /// @spec https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header Fetch Metadata §2.4
    private static boolean isForeign(Request request) {
        var site = request.header("Sec-Fetch-Site");
        if (site.isPresent())
            return !site.get().equals("same-origin") && !site.get().equals("none");
        var origin = request.header("Origin").filter(value -> !value.equals("null"));
        return origin.isPresent() && !origin.get().equalsIgnoreCase(ownOrigin(request));
    }

    /// As browsers write it: without the port that goes without saying.
    private static String ownOrigin(Request request) {
        var url = URI.create(request.url("/"));
        boolean plainPort = url.getPort() == (url.getScheme().equals("https") ? 443 : 80);
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 || plainPort ? "" : ":" + url.getPort());
    }
}
