package dev.gatehouse.page;

import dev.gatehouse.web.Api;

/// Browsers ask for `/favicon.ico` wherever nothing else was named, as beside JSON.
public final class IconEndpoint {

    private final Pages pages;

    public IconEndpoint(Pages pages) {
        this.pages = pages;
    }

    public void mount(Api api) {
        api.get("/favicon.ico").hidden().redirects().to(call -> pages.icon(call.request()));
    }
}
