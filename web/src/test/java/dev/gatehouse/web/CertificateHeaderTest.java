package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.web.testing.Authority;
import dev.gatehouse.web.testing.Issued;
import dev.gatehouse.web.testing.Wish;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The certificate of a caller who stands behind a proxy.
class CertificateHeaderTest {
    private static final Authority ROOT = Authority.root("CN=Root");
    private static final Issued ALICE = ROOT.below("CN=Below").issue(Wish.client("CN=alice"));

    record Shown(List<String> certificates) {}

    static Stream<Arguments> proxies() {
        return Stream.of(
                Arguments.of("RFC 9440", shown(one -> ":" + base64(one) + ":")),
                Arguments.of("nginx", shown(one -> escaped(Issued.pem(one)))),
                Arguments.of("Apache", shown(one -> Issued.pem(one).replace('\n', ' '))),
                Arguments.of("HAProxy", shown(CertificateHeaderTest::base64)),
                Arguments.of(
                        "Traefik",
                        shown(one -> base64(one) + "," + base64(ALICE.chain().get(1)))),
                Arguments.of("Traefik 2", shown(one -> escaped(base64(one)))),
                Arguments.of(
                        "Envoy",
                        shown(one -> "By=spiffe://gatehouse;Hash=ab12;Cert=\"" + escaped(Issued.pem(one))
                                + "\";Subject=\"CN=alice\";URI=")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("proxies")
    void every_proxy_is_understood(String proxy, String value) {
        assertThat(asked(true, "X-Client-Cert", "X-Client-Cert", value)).startsWith("CN=alice");
    }

    @Test
    void the_standard_brings_the_chain_in_a_header_of_its_own() {
        var chain = ":" + base64(ALICE.chain().get(1)) + ":";
        assertThat(asked(
                        true,
                        "Client-Cert",
                        "Client-Cert",
                        ":" + base64(ALICE.certificate()) + ":",
                        "Client-Cert-Chain",
                        chain))
                .isEqualTo("CN=alice CN=Below");
    }

    @Test
    void from_a_stranger_it_means_nothing() {
        assertThat(asked(false, "Client-Cert", "Client-Cert", ":" + base64(ALICE.certificate()) + ":"))
                .isEmpty();
    }

    @Test
    void another_header_means_nothing() {
        assertThat(asked(true, "X-Client-Cert", "Client-Cert", ":" + base64(ALICE.certificate()) + ":"))
                .isEmpty();
    }

    @Test
    void a_header_that_was_added_to_another_means_nothing() {
        var value = ":" + base64(ALICE.certificate()) + ":";
        assertThat(asked(true, "Client-Cert", "Client-Cert", value, "Client-Cert", value))
                .isEmpty();
        var element = "Hash=ab12;Cert=\"" + escaped(Issued.pem(ALICE.certificate())) + "\"";
        assertThat(asked(true, "Client-Cert", "Client-Cert", element + "," + element))
                .isEmpty();
    }

    @Test
    void what_is_no_certificate_means_nothing() {
        for (var value : List.of(":AAAA:", ":", "::", "x", "", "%%%", "-----BEGIN CERTIFICATE-----", "Cert=\"\""))
            assertThat(asked(true, "Client-Cert", "Client-Cert", value))
                    .as(value)
                    .isEmpty();
    }

    @Test
    void without_a_header_agreed_on_none_is_believed() {
        assertThat(asked(true, "", "Client-Cert", ":" + base64(ALICE.certificate()) + ":"))
                .isEmpty();
    }

    /// @return the subjects that the server believes to see
    private static String asked(boolean isTrusted, String agreed, String... headers) {
        var plan = Server.builder()
                .port(0)
                .trustedProxies(isTrusted ? List.of("127.0.0.1") : List.of("192.0.2.1"))
                .mount(api -> api.get("/shown")
                        .answers(200, Shown.class)
                        .to(call -> Answer.of(new Shown(call.request().certificates().stream()
                                .map(one -> one.getSubjectX500Principal().getName())
                                .toList()))));
        if (!agreed.isEmpty()) plan.certificateHeader(agreed);
        try (var server = plan.start();
                var caller = new Caller(server)) {
            var shown = caller.get("/shown", headers).json().path("certificates");
            return shown.valueStream().map(node -> node.asText()).collect(Collectors.joining(" "));
        }
    }

    private static String shown(Function<X509Certificate, String> written) {
        return written.apply(ALICE.certificate());
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.US_ASCII).replace("+", "%20");
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException fault) {
            throw new AssertionError(fault);
        }
    }
}
