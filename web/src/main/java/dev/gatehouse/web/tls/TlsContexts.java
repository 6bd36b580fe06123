package dev.gatehouse.web.tls;

import javax.net.ssl.SSLContext;

/// One identity at every door of a server.
public final class TlsContexts {

    private final OwnKeys identity;

    /// @throws UnusableFile when certificate and key cannot be used
    public TlsContexts(TlsFiles files) {
        identity = new OwnKeys(new LiveIdentity(files));
    }

    /// For people and programs who know us by our certificate.
    public SSLContext asking() {
        return SecureSockets.context(identity, true);
    }

    /// For a door where callers are not asked for theirs.
    public SSLContext silent() {
        return SecureSockets.context(identity, false);
    }
}
