package dev.gatehouse.testing;

import java.util.Map;

/// A browser without scripts: it keeps cookies, fills in forms, and goes where it is sent, as long as that is here.
/// A [Visitor] stays where each step leaves her.
public final class Browser {

    private static final String PUBLIC = "https://id.example.com";

    private final TestHouse house;
    private final Visitor visitor;

    public Browser(TestHouse house) {
        this(house, new Visitor(house, "198.51.100.250"));
    }

    private Browser(TestHouse house, Visitor visitor) {
        this.house = house;
        this.visitor = visitor;
    }

    /// The same browser, when a balancer sends it to another node.
    public Browser at(TestHouse node) {
        return new Browser(node, visitor.at(node));
    }

    /// Opens an address of the house and follows it to a page of ours, or to the first address elsewhere.
    public Reply open(String address) {
        return follow(visitor.open(path(address)));
    }

    /// Sends the form of a page, with its hidden inputs.
    public Reply submit(Reply page, String path, Map<String, String> written) {
        var form = Visitor.hidden(page);
        form.putAll(written);
        return follow(visitor.post(path, form));
    }

    /// Sends a form that stands on another site, and does not go where the answer leads.
    public Reply postOnly(String path, Map<String, String> written) {
        return visitor.post(path, written);
    }

    /// Signs in on the page that asks for it.
    public Reply signIn(Reply page, Person person) {
        return submit(page, "/sign-in", Map.of("email", person.email(), "password", person.password()));
    }

    public Reply allow(Reply page) {
        return submit(page, "/consent", Map.of("decision", "allow"));
    }

    public Reply deny(Reply page) {
        return submit(page, "/consent", Map.of("decision", "deny"));
    }

    private Reply follow(Reply reply) {
        var now = reply;
        for (int hops = 0; hops < 8; hops++) {
            var next = now.header("Location").filter(this::isHere);
            if (now.status() != 303 || next.isEmpty()) return now;
            now = visitor.open(path(next.get()));
        }
        throw new AssertionError("sent in circles: " + now.header("Location"));
    }

    private boolean isHere(String address) {
        return address.startsWith("/") || address.startsWith(PUBLIC) || address.startsWith(local());
    }

    private String path(String address) {
        if (address.startsWith(PUBLIC)) return address.substring(PUBLIC.length());
        return address.startsWith(local()) ? address.substring(local().length()) : address;
    }

    /// Where the house listens, without the slash behind it.
    private String local() {
        var root = house.url("/").toString();
        return root.substring(0, root.length() - 1);
    }
}
