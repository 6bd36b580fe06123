package dev.gatehouse.web.tls;

import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/// Which TLS we speak: 1.3, and of 1.2 only what keeps its secrets when a key is lost later.
public final class SecureSockets {

    /// @spec https://www.rfc-editor.org/rfc/rfc9325#section-4.2 RFC 9325 §4.2
    /// @spec https://openid.net/specs/fapi-security-profile-2_0-final.html#section-5.2 FAPI 2.0 §5.2
    private static final String[] SUITES = {
        "TLS_AES_128_GCM_SHA256",
        "TLS_AES_256_GCM_SHA384",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
    };

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private SecureSockets() {}

    /// To be called before anything in this process speaks TLS, because it is read once: a caller who could begin a
    /// second handshake on a connection could change certificates in its middle, and costs us more than himself.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc9325#section-3.5 RFC 9325 §3.5
    public static void refuseRenegotiation() {
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
    }

    /// @param identity what is shown
    /// @param asksForCertificates whether callers are asked for one. Nobody has to have one.
    static SSLContext context(OwnKeys identity, boolean asksForCertificates) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {identity}, new TrustManager[] {new AnyCaller()}, null);
            return ConfiguredContext.of(context, parameters(asksForCertificates));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("this Java cannot speak TLS", fault);
        }
    }

    private static SSLParameters parameters(boolean asksForCertificates) {
        var parameters = new SSLParameters(SUITES, PROTOCOLS);
        parameters.setUseCipherSuitesOrder(true);
        parameters.setWantClientAuth(asksForCertificates);
        return parameters;
    }
}
