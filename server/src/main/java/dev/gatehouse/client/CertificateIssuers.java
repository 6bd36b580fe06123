package dev.gatehouse.client;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The issuers whose certificates count for clients of `tls_client_auth`. We judge the chain ourselves, whoever spoke
/// TLS with the client. Revocation lists are not asked: a client whose key is lost is changed or removed here.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8705#section-2.1 RFC 8705 §2.1
public final class CertificateIssuers {

    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NO_AUTHORITY = -1;
    private static final int LONGEST_CHAIN = 10;

    /// Certificates that were found good are remembered, not those that were not: strangers could fill the memory.
    private static final int REMEMBERED = 1_000;

    private final List<X509Certificate> issuers;
    private final Map<X509Certificate, Instant> goodUntil = new ConcurrentHashMap<>();

    /// @param issuers roots or intermediates; none: nobody's certificate counts
    public CertificateIssuers(List<X509Certificate> issuers) {
        this.issuers = List.copyOf(issuers);
    }

    /// Whether one of the issuers stands behind that certificate now, directly or through those shown with it, and has
    /// given it to a client.
    ///
    /// @param shown the client's own first
    boolean standBehind(List<X509Certificate> shown, Instant now) {
        if (shown.isEmpty() || shown.size() > LONGEST_CHAIN) return false;
        var own = shown.getFirst();
        var known = goodUntil.get(own);
        if (known != null
                && !now.isAfter(known)
                && !now.isBefore(own.getNotBefore().toInstant())) return true;
        return isForClients(own) && isIssued(own, shown, now);
    }

    private boolean isIssued(X509Certificate own, List<X509Certificate> shown, Instant now) {
        var anchors = issuers.stream()
                .filter(issuer -> isGood(issuer, now))
                .map(issuer -> new TrustAnchor(issuer, null))
                .collect(Collectors.toUnmodifiableSet());
        if (anchors.isEmpty()) return false;
        try {
            var target = new X509CertSelector();
            target.setCertificate(own);
            var parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setDate(Date.from(now));
            parameters.setRevocationEnabled(false);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(shown)));
            var built = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            remember(own, built);
            return true;
        } catch (CertPathBuilderException _) {
            return false;
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("this Java cannot judge chains of certificates", fault);
        }
    }

    private void remember(X509Certificate own, PKIXCertPathBuilderResult built) {
        if (goodUntil.size() >= REMEMBERED) goodUntil.clear();
        var end = built.getTrustAnchor().getTrustedCert().getNotAfter();
        for (var certificate : built.getCertPath().getCertificates()) {
            var notAfter = ((X509Certificate) certificate).getNotAfter();
            if (notAfter.before(end)) end = notAfter;
        }
        goodUntil.put(own, end.toInstant());
    }

    /// @spec https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.12 RFC 5280 §4.2.1.3, §4.2.1.12
    private static boolean isForClients(X509Certificate certificate) {
        if (certificate.getBasicConstraints() != NO_AUTHORITY) return false;
        var usage = certificate.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) return false;
        var purposes = purposes(certificate);
        return purposes.isEmpty() || purposes.contains(CLIENT_AUTH) || purposes.contains(ANY_PURPOSE);
    }

    private static Collection<String> purposes(X509Certificate certificate) {
        try {
            var purposes = certificate.getExtendedKeyUsage();
            return purposes == null ? List.of() : purposes;
        } catch (CertificateParsingException _) {
            return List.of("unreadable");
        }
    }

    /// The last second counts (RFC 5280 §4.1.2.5). The judge of chains does not ask it of an issuer that we trust.
    static boolean isGood(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }
}
