package dev.gatehouse.web.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/// Tells the handshake which certificate to show. An alias is the number of an identity: a handshake that chose
/// before a renewal gets chain and key of the same one.
final class OwnKeys extends X509ExtendedKeyManager {

    /// Handshakes that were under way in two renewals at once: more than there ever will be.
    private static final int KEPT = 3;

    private final LiveIdentity live;
    private final Map<String, ServerIdentity> known = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile Chosen latest;

    private record Chosen(String alias, ServerIdentity identity) {}

    OwnKeys(LiveIdentity live) {
        this.live = live;
        this.latest = remember(live.current());
    }

    private Chosen remember(ServerIdentity identity) {
        long number = numbers.incrementAndGet();
        known.put(String.valueOf(number), identity);
        known.remove(String.valueOf(number - KEPT));
        return new Chosen(String.valueOf(number), identity);
    }

    private synchronized Chosen renewed(ServerIdentity identity) {
        if (latest.identity() != identity) latest = remember(identity);
        return latest;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        var identity = live.current();
        if (!keyType.equals(identity.key().getAlgorithm())) return null;
        var chosen = latest;
        return chosen.identity() == identity
                ? chosen.alias()
                : renewed(identity).alias();
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return chooseServerAlias(keyType, issuers, null);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        var identity = known.get(alias);
        return identity == null ? null : identity.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        var identity = known.get(alias);
        return identity == null ? null : identity.key();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        var alias = chooseServerAlias(keyType, issuers, null);
        return alias == null ? null : new String[] {alias};
    }

    /// We are a server here and nothing else.
    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return null;
    }
}
