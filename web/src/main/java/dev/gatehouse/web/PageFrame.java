package dev.gatehouse.web;

import dev.gatehouse.web.language.Language;
import java.net.URI;

/// What every page is told, whatever it shows: the contract between a layout and the pages in it.
///
/// @param request names itself for people who ask for help, and knows where this server is reached
public record PageFrame(Language language, Request request, Assets assets) {

    /// The address of a file that this page needs.
    public String asset(String name) {
        return path(assets.path(name));
    }

    /// The address of another page of this server, for links and forms: below the public URL's own path.
    public String path(String path) {
        return URI.create(request.url(path)).getRawPath();
    }

    public String requestId() {
        return request.id();
    }
}
