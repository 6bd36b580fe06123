package dev.gatehouse.web.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URLDecoder;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the certificate that a proxy was shown and has written into a header. Every proxy writes it in its own way,
/// and each way is told from the others by how it begins:
///
/// | Begins | Written by |
/// |---|---|
/// | `:MIIB…:` | RFC 9440, HAProxy 2.9 and newer, Apache with a little help |
/// | `-----BEGIN%20CERTIFICATE…` | nginx, `$ssl_client_escaped_cert` |
/// | `-----BEGIN CERTIFICATE…` with blanks for line ends | Apache `%{SSL_CLIENT_CERT}s` |
/// | `MIIB…`, perhaps several with commas | Traefik, HAProxy `ssl_c_der,base64` |
/// | `By=…;Cert="…"` | Envoy, `x-forwarded-client-cert` |
///
/// @spec https://www.rfc-editor.org/rfc/rfc9440#section-2 RFC 9440 §2
public final class CertificateHeader {

    private static final Pattern ENVOY = Pattern.compile("(?:^|[;,])\\s*Cert=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern BYTES = Pattern.compile(":([A-Za-z0-9+/=]*):");
    private static final String ARMOUR = "-----BEGIN";

    private CertificateHeader() {}

    /// @param value of `Client-Cert` or what the proxy calls it
    /// @return the caller's own certificate first
    /// @throws IllegalArgumentException when it cannot be read; the message is for the operator
    public static List<X509Certificate> read(String value) {
        var text = value.strip();
        var quoted = ENVOY.matcher(text);
        if (quoted.find()) {
            var own = quoted.group(1);
            // An element a proxy: which of them to believe is not for us to guess.
            if (quoted.find()) throw new IllegalArgumentException("it names the certificates of several hops");
            return parsed(text(own));
        }
        if (text.startsWith(":")) return readChain(text);
        return parsed(text(text));
    }

    /// @param value of `Client-Cert-Chain`: those that lead to a root, in their order, without the caller's own
    /// @throws IllegalArgumentException when it cannot be read
    /// @spec https://www.rfc-editor.org/rfc/rfc9440#section-2.3 RFC 9440 §2.3
    public static List<X509Certificate> readChain(String value) {
        var certificates = new ArrayList<X509Certificate>();
        for (var item : value.split(",")) {
            var bytes = BYTES.matcher(item.strip());
            if (!bytes.matches()) throw new IllegalArgumentException("it is not bytes in Base64 between colons");
            certificates.add(certificate(bytes.group(1)));
        }
        return List.copyOf(certificates);
    }

    private static String text(String value) {
        // A plus is a plus: it is Base64 that was escaped, and no form.
        return value.indexOf('%') < 0 ? value : URLDecoder.decode(value.replace("+", "%2B"), ISO_8859_1);
    }

    private static List<X509Certificate> parsed(String text) {
        var certificates = new ArrayList<X509Certificate>();
        if (text.startsWith(ARMOUR)) {
            for (var block : Pem.blocks(text)) certificates.add(certificate(block.der()));
        } else {
            for (var item : text.split(",")) certificates.add(certificate(item));
        }
        if (certificates.isEmpty()) throw new IllegalArgumentException("it holds no certificate");
        return List.copyOf(certificates);
    }

    private static X509Certificate certificate(String base64) {
        return certificate(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
    }

    private static X509Certificate certificate(byte[] der) {
        try {
            return CertificateFile.parse(der);
        } catch (CertificateException _) {
            throw new IllegalArgumentException("it is no certificate of X.509");
        }
    }
}
