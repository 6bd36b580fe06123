package dev.gatehouse.authorize;

import static dev.gatehouse.secret.OpaqueToken.Kind.PUSHED_REQUEST;

import dev.gatehouse.client.Client;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.OpaqueToken;
import dev.gatehouse.session.Ticket;
import dev.gatehouse.tenant.Tenant;
import java.time.Duration;
import java.util.Optional;

/// Keeps what clients push, until the browsers come that they send.
///
/// A reference is spent when the client is answered, and not when a page is shown for it: browsers load addresses
/// twice, and some before anybody clicks.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9126#section-4 RFC 9126 §4
/// @spec https://openid.net/specs/fapi-security-profile-2_0-final.html#section-5.3.2.2 FAPI 2.0 §5.3.2.2
public final class PushedRequests {

    /// Within this a browser must come: it only has to follow a redirect.
    static final Duration LIFETIME = Duration.ofSeconds(90);

    private static final String URN = "urn:ietf:params:oauth:request_uri:";

    private final PushedRequestStore store = new PushedRequestStore();
    private final Database database;

    public PushedRequests(Database database) {
        this.database = database;
    }

    /// Whether this is the address of a pushed request, and not of some file elsewhere.
    static boolean isReference(String requestUri) {
        return requestUri.startsWith(URN);
    }

    /// @return the `request_uri`, which is not kept
    String push(Client client, Delivery request) {
        var reference = OpaqueToken.random(PUSHED_REQUEST);
        database.run(tx -> store.add(
                tx,
                client.tenantId(),
                Digest.of(reference),
                client.id(),
                request.query(),
                tx.now().plus(LIFETIME),
                tx.now().plus(LIFETIME).plus(Ticket.LIFETIME)));
        return URN + reference;
    }

    /// @return nothing when there is no such request, it is another client's, or it came too late
    Optional<Delivery> find(Client client, String requestUri) {
        var reference = requestUri.substring(URN.length());
        if (!OpaqueToken.isWellFormed(PUSHED_REQUEST, reference)) return Optional.empty();
        var digest = Digest.of(reference);
        return database.read(tx -> store.find(tx, client.tenantId(), digest, client.id()))
                .map(query -> Delivery.parse(query).keptAs(digest));
    }

    /// Spends a request, because its client is about to be answered.
    ///
    /// @return whether this call did; of many at once, one
    boolean spend(Tx tx, String digest) {
        return store.remove(tx, Tenant.MAIN, digest);
    }

    /// Removes what has expired, a bounded part of it.
    ///
    /// @return how many were removed; as many as `most` when there may be more
    public int sweep(Tx tx, int most) {
        return store.removeExpired(tx, most);
    }
}
