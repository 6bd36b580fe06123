package dev.gatehouse.client;

import dev.gatehouse.jose.EncryptionKey;
import dev.gatehouse.jose.JwkSet;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.jose.VerificationKey;
import dev.gatehouse.outbound.Outbound;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The public keys of clients: those that were registered with them, or those that stand at their addresses.
///
/// Asking may mean a call to the client's address: never from inside a transaction.
public final class ClientKeySet {

    /// More than this many are read anew now and then, rather than to fill the memory.
    private static final int MOST = 1_000;

    private final Outbound outbound;
    private final InstantSource clock;
    private final Map<String, JwkSet> registered = new ConcurrentHashMap<>();
    private final Map<String, FetchedKeys> fetched = new ConcurrentHashMap<>();

    public ClientKeySet(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.clock = clock;
    }

    /// The keys of that client that may have made a signature.
    ///
    /// @param kid as the header names one. One that is new makes us look at the client's address again
    public List<VerificationKey> verifying(Client client, JwtAlgorithm algorithm, Optional<String> kid) {
        return keys(
                        client,
                        set -> kid.isEmpty() || !set.verifying(algorithm, kid).isEmpty())
                .verifying(algorithm, kid);
    }

    /// The key for what only that client shall read.
    ///
    /// @param algorithm as `alg` names it, such as `RSA-OAEP-256`
    public Optional<EncryptionKey> encrypting(Client client, String algorithm) {
        return keys(client, set -> set.encrypting(algorithm).isPresent()).encrypting(algorithm);
    }

    /// Whether that client has registered that certificate, or its key.
    boolean holds(Client client, X509Certificate certificate) {
        return keys(client, set -> set.holds(certificate)).holds(certificate);
    }

    private JwkSet keys(Client client, Function<JwkSet, Boolean> isEnough) {
        var keys = client.profile().keys();
        if (keys.jwks().isPresent()) return registered(keys.jwks().get());
        return keys.jwksUri().map(uri -> at(uri).find(isEnough)).orElse(JwkSet.EMPTY);
    }

    /// What was registered was judged then; this version may judge more strictly.
    private JwkSet registered(String json) {
        if (registered.size() >= MOST) registered.clear();
        return registered.computeIfAbsent(json, JwkSet::lenient);
    }

    private FetchedKeys at(String uri) {
        if (fetched.size() >= MOST) fetched.clear();
        return fetched.computeIfAbsent(uri, _ -> new FetchedKeys(URI.create(uri), outbound, clock));
    }
}
