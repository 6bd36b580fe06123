package dev.gatehouse.settings;

import static dev.gatehouse.settings.Variable.CLIENT_CERTIFICATE_CA;
import static dev.gatehouse.settings.Variable.CLIENT_CERTIFICATE_HEADER;
import static dev.gatehouse.settings.Variable.CLIENT_CERTIFICATE_PORT;
import static dev.gatehouse.settings.Variable.TLS_CERTIFICATE;
import static dev.gatehouse.settings.Variable.TLS_KEY;
import static dev.gatehouse.settings.Variable.TRUSTED_PROXIES;

import dev.gatehouse.web.tls.CertificateFile;
import dev.gatehouse.web.tls.ServerIdentity;
import dev.gatehouse.web.tls.TlsFiles;
import dev.gatehouse.web.tls.UnusableFile;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Judges what is said of TLS and of callers' certificates. The files are opened here already: a server that cannot
/// use them shall not begin to start.
record TransportReader(Values values, Path folder) {

    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    Transport read() {
        return new Transport(tls(), port(), header(), issuers());
    }

    private Optional<TlsFiles> tls() {
        if (!values.isGiven(TLS_CERTIFICATE) && !values.isGiven(TLS_KEY)) return Optional.empty();
        if (!values.isGiven(TLS_CERTIFICATE) || !values.isGiven(TLS_KEY)) {
            var missing = values.isGiven(TLS_KEY) ? TLS_CERTIFICATE : TLS_KEY;
            values.fault(missing, "nothing", "Certificate and key go together; name both files or neither.");
            return Optional.empty();
        }
        var files = new TlsFiles(path(TLS_CERTIFICATE), path(TLS_KEY));
        try {
            ServerIdentity.read(files);
        } catch (UnusableFile fault) {
            fault(fault.file().equals(files.key()) ? TLS_KEY : TLS_CERTIFICATE, fault);
        }
        return Optional.of(files);
    }

    private OptionalInt port() {
        if (!values.isGiven(CLIENT_CERTIFICATE_PORT)) return OptionalInt.empty();
        if (!values.isGiven(TLS_CERTIFICATE))
            values.fault(
                    CLIENT_CERTIFICATE_PORT,
                    "Give TLS_CERTIFICATE and TLS_KEY as well, or, behind a proxy, CLIENT_CERTIFICATE_HEADER instead.");
        return OptionalInt.of(values.number(CLIENT_CERTIFICATE_PORT, 0, 65_535));
    }

    /// Without a proxy whose word counts, nobody could ever write it.
    private Optional<String> header() {
        var name = values.find(CLIENT_CERTIFICATE_HEADER);
        if (name.isEmpty()) return name;
        if (!HEADER.matcher(name.get()).matches())
            values.fault(CLIENT_CERTIFICATE_HEADER, "Write the name of a header, as Client-Cert.");
        if (!values.isGiven(TRUSTED_PROXIES))
            values.fault(
                    CLIENT_CERTIFICATE_HEADER, "Name the proxy that writes it in TRUSTED_PROXIES; else it is ignored.");
        return name;
    }

    private List<X509Certificate> issuers() {
        if (!values.isGiven(CLIENT_CERTIFICATE_CA)) return List.of();
        try {
            return CertificateFile.read(path(CLIENT_CERTIFICATE_CA));
        } catch (UnusableFile fault) {
            fault(CLIENT_CERTIFICATE_CA, fault);
            return List.of();
        }
    }

    private Path path(Variable variable) {
        return folder.resolve(values.text(variable)).normalize();
    }

    private void fault(Variable variable, UnusableFile fault) {
        values.fault(variable, fault.file() + ", which " + fault.found(), fault.advice());
    }
}
