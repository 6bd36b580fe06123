package dev.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.web.testing.Authority;
import dev.gatehouse.web.testing.Issued;
import dev.gatehouse.web.testing.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of TLS and of callers' certificates.
class TransportTest {
    private static final Authority ROOT = Authority.root("CN=Root");
    private static final Map<String, String> BOTH = Map.of("TLS_CERTIFICATE", "chain.pem", "TLS_KEY", "key.pem");

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        ROOT.issue(Wish.server()).writeTo(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        Files.writeString(folder.resolve("ca.pem"), Issued.pem(ROOT.certificate()));
    }

    @Test
    void certificate_and_key_make_https() {
        var settings = SettingsReader.read(folder, BOTH);
        assertThat(settings.transport().tls()).isPresent();
        assertThat(settings.issuer()).isEqualTo("https://127.0.0.1:8080");
        assertThat(settings.transport().takesCertificates()).isFalse();
    }

    @Test
    void certificates_of_callers_come_by_a_port_or_a_header() {
        var byPort = SettingsReader.read(
                folder, with(BOTH, "CLIENT_CERTIFICATE_PORT", "8444", "CLIENT_CERTIFICATE_CA", "ca.pem"));
        assertThat(byPort.transport().takesCertificates()).isTrue();
        assertThat(byPort.transport().certificateIssuers()).containsExactly(ROOT.certificate());
        var byHeader = SettingsReader.read(
                folder, Map.of("CLIENT_CERTIFICATE_HEADER", "Client-Cert", "TRUSTED_PROXIES", "10.0.0.1"));
        assertThat(byHeader.transport().takesCertificates()).isTrue();
    }

    @Test
    void one_file_without_the_other_is_refused() {
        assertRefused(
                Map.of("TLS_CERTIFICATE", "chain.pem"), "TLS_KEY: found nothing. Certificate and key go together");
        assertRefused(Map.of("TLS_KEY", "key.pem"), "TLS_CERTIFICATE: found nothing. Certificate and key go together");
    }

    @Test
    void files_that_cannot_be_used_are_refused_before_anything_is_opened() throws IOException {
        assertRefused(
                Map.of("TLS_CERTIFICATE", "none.pem", "TLS_KEY", "key.pem"), "none.pem, which does not exist. Check");
        Files.writeString(folder.resolve("key.pem"), ROOT.issue(Wish.server()).keyPem());
        assertRefused(BOTH, "TLS_KEY: found " + folder.resolve("key.pem") + ", which is not the key of the first");
        assertRefused(Map.of("CLIENT_CERTIFICATE_CA", "key.pem"), "CLIENT_CERTIFICATE_CA: found");
    }

    @Test
    void what_could_never_be_of_use_is_refused() {
        assertRefused(Map.of("CLIENT_CERTIFICATE_PORT", "8444"), "Give TLS_CERTIFICATE and TLS_KEY as well");
        assertRefused(Map.of("CLIENT_CERTIFICATE_HEADER", "Client-Cert"), "Name the proxy that writes it");
        assertRefused(
                Map.of("CLIENT_CERTIFICATE_HEADER", "Client Cert", "TRUSTED_PROXIES", "::1"), "Write the name of a");
        assertRefused(with(BOTH, "PUBLIC_URL", "http://id.example.com"), "PUBLIC_URL: found");
    }

    private static Map<String, String> with(Map<String, String> given, String... more) {
        var all = new HashMap<>(given);
        for (int i = 0; i < more.length; i += 2) all.put(more[i], more[i + 1]);
        return all;
    }

    private void assertRefused(Map<String, String> given, String expected) {
        var bad = catchThrowableOfType(BadSettings.class, () -> SettingsReader.read(folder, given));
        assertThat(bad).hasMessageContaining(expected);
        assertThat(bad.faults()).hasSize(1);
    }
}
