package dev.gatehouse.web.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.web.testing.Authority;
import dev.gatehouse.web.testing.Issued;
import dev.gatehouse.web.testing.OldKeys;
import dev.gatehouse.web.testing.Wish;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is read from the files that a tool for certificates writes.
class ServerIdentityTest {
    private static final Authority ROOT = Authority.root("CN=Root");

    @TempDir
    private Path folder;

    private TlsFiles files;

    @BeforeEach
    void name() {
        files = new TlsFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
    }

    @Test
    void chain_and_key_are_read() throws IOException {
        var issued = ROOT.below("CN=Below").issue(Wish.server());
        issued.writeTo(files.certificate(), files.key());
        var identity = ServerIdentity.read(files);
        assertThat(identity.chain()).isEqualTo(issued.chain()).hasSize(2);
        assertThat(identity.key()).isEqualTo(issued.keys().getPrivate());
    }

    @Test
    void keys_of_the_older_forms_are_read() throws IOException {
        var rsa = ROOT.issue(Wish.server().rsa());
        rsa.writeTo(files.certificate(), files.key());
        Files.writeString(files.key(), OldKeys.pkcs1(rsa.keys().getPrivate()));
        assertThat(ServerIdentity.read(files).key()).isEqualTo(rsa.keys().getPrivate());

        var ec = ROOT.issue(Wish.server());
        ec.writeTo(files.certificate(), files.key());
        // As `openssl ecparam -genkey` writes it: the curve stands there twice.
        Files.writeString(
                files.key(), OldKeys.parameters() + OldKeys.sec1(ec.keys().getPrivate()));
        // Equal keys have equal encodings, and here the curve stands in one of them only.
        assertThat(number(ServerIdentity.read(files).key()))
                .isEqualTo(number(ec.keys().getPrivate()));
    }

    @Test
    void what_cannot_be_used_is_told_by_its_file() throws IOException {
        assertUnusable("chain.pem does not exist. Check the path.");
        ROOT.issue(Wish.server()).writeTo(files.certificate(), files.key());
        Files.writeString(
                files.key(), "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
        assertUnusable("key.pem holds a key that is encrypted with a passphrase");
        Files.writeString(
                files.key(),
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertUnusable("key.pem holds a key that");
        Files.writeString(files.key(), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertUnusable("key.pem holds a key that is neither RSA, EC nor EdDSA");
        Files.writeString(files.key(), "nothing");
        assertUnusable("key.pem has no private key in it");
        Files.writeString(files.certificate(), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertUnusable("chain.pem holds a certificate that cannot be read, number 1");
        Files.writeString(files.certificate(), "nothing");
        assertUnusable("chain.pem has no certificate in it");
    }

    @Test
    void a_chain_in_disorder_is_refused() throws IOException {
        var issued = ROOT.below("CN=Below").issue(Wish.server());
        issued.writeTo(files.certificate(), files.key());
        Files.writeString(files.certificate(), Issued.pem(issued.certificate()) + Issued.pem(ROOT.certificate()));
        assertUnusable("has certificate number 2, which did not issue the one before it");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,true",
        "LOCALHOST,true",
        "127.0.0.1,true",
        "127.0.0.2,false",
        "[::1],true",
        "a.example.com,true",
        "example.com,false",
        "a.b.example.com,false",
        "gatehouse,false"
    })
    void a_certificate_is_for_the_hosts_that_it_names(String host, boolean isFor) throws IOException {
        ROOT.issue(Wish.server().ip("::1").dns("*.example.com")).writeTo(files.certificate(), files.key());
        assertThat(ServerIdentity.read(files).isFor(host)).isEqualTo(isFor);
    }

    private static BigInteger number(PrivateKey key) {
        return ((ECPrivateKey) key).getS();
    }

    private void assertUnusable(String message) {
        assertThatThrownBy(() -> ServerIdentity.read(files))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(message);
    }
}
