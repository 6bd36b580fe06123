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

    /// Our pages say `Referrer-Policy: no-referrer`, so their forms come with `Origin: null`: that alone is no
    /// sign of a stranger.
    ///
    /// @spec https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header Fetch Metadata §2.4
    private static boolean isForeign(Request request) {
        var site = request.header("Sec-Fetch-Site");
        if (site.isPresent() && !site.get().equals("same-origin") && !site.get().equals("none")) return true;
        var origin = request.header("Origin").filter(value -> !value.equals("null"));
        return origin.isPresent() && !origin.get().equalsIgnoreCase(ownOrigin(request));
    }

    private static String ownOrigin(Request request) {
        var url = URI.create(request.url("/"));
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
