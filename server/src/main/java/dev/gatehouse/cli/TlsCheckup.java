package dev.gatehouse.cli;

import dev.gatehouse.settings.Settings;
import dev.gatehouse.web.tls.ServerIdentity;
import dev.gatehouse.web.tls.TlsFiles;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Whether callers will accept our certificate, now and in two weeks, and whose certificates we accept.
record TlsCheckup(Settings settings, InstantSource clock) {

    /// Tools renew a month before the end: two weeks before it, something has gone wrong.
    private static final Duration SOON = Duration.ofDays(14);

    /// @return nothing when neither TLS nor certificates are spoken of
    List<Finding> findings() {
        var now = clock.instant();
        return Stream.concat(
                        settings.transport().tls().stream().flatMap(files -> own(files, now).stream()),
                        settings.transport().certificateIssuers().stream().flatMap(issuer -> issuer(issuer, now)))
                .toList();
    }

    private List<Finding> own(TlsFiles files, Instant now) {
        var identity = ServerIdentity.read(files);
        var findings = new ArrayList<Finding>();
        var host = URI.create(settings.issuer()).getHost();
        if (!identity.isFor(host))
            findings.add(failure(
                    "the certificate is not for " + host,
                    "Get one that names it, or set PUBLIC_URL to the host that it names."));
        if (now.isBefore(identity.goodFrom()))
            findings.add(failure("the certificate is good from " + identity.goodFrom() + " only", "Check the clock."));
        if (!now.isBefore(identity.goodUntil()))
            findings.add(failure(
                    "the certificate has expired at " + identity.goodUntil(),
                    "Renew it in place: the server reads it anew by itself."));
        else if (now.plus(SOON).isAfter(identity.goodUntil()))
            findings.add(Finding.warning(
                    "tls",
                    "the certificate expires at " + identity.goodUntil(),
                    "Renew it, and see why that was not done by itself."));
        if (findings.isEmpty())
            findings.add(Finding.good("tls", "certificate for " + host + ", good until " + identity.goodUntil()));
        return findings;
    }

    private static Stream<Finding> issuer(X509Certificate issuer, Instant now) {
        if (now.isBefore(issuer.getNotAfter().toInstant())) return Stream.of();
        var name = issuer.getSubjectX500Principal().getName();
        return Stream.of(Finding.warning(
                "tls",
                "CLIENT_CERTIFICATE_CA names " + name + ", which has expired",
                "Its certificates count no more; take it out, or put its successor in."));
    }

    private static Finding failure(String says, String advice) {
        return Finding.failure("tls", says, advice);
    }
}
