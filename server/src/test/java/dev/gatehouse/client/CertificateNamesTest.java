package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.client.ClientKeys.CertificateName;
import dev.gatehouse.web.testing.Authority;
import dev.gatehouse.web.testing.Wish;
import java.security.cert.X509Certificate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the name of a certificate is compared with the one that a client has registered. A table row a test.
class CertificateNamesTest {
    private static final X509Certificate CERTIFICATE = Authority.root("CN=Root")
            .issue(Wish.client("CN=Shop\\, the,OU=Web,O=Example,C=DE,2.5.4.97=#0c0a50534444452d31323334")
                    .dns("shop.example.com")
                    .uri("spiffe://example.com/Shop")
                    .ip("192.0.2.7")
                    .ip("2001:db8::7")
                    .email("Shop@Example.com"))
            .certificate();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TLS_CLIENT_AUTH_SUBJECT_DN | CN=Shop\\, the,OU=Web,O=Example,C=DE,2.5.4.97=PSDDE-1234       | true",
                "TLS_CLIENT_AUTH_SUBJECT_DN | cn=shop\\, THE, ou=web, o=example, c=de, organizationIdentifier=psdde-1234 | true",
                "TLS_CLIENT_AUTH_SUBJECT_DN | CN=Shop\\, the,OU=Web,O=Example,C=DE                           | false",
                "TLS_CLIENT_AUTH_SUBJECT_DN | C=DE,O=Example,OU=Web,CN=Shop\\, the,2.5.4.97=PSDDE-1234       | false",
                "TLS_CLIENT_AUTH_SUBJECT_DN | CN=Shop                                                        | false",
                "TLS_CLIENT_AUTH_SAN_DNS    | shop.example.com                                               | true",
                "TLS_CLIENT_AUTH_SAN_DNS    | SHOP.example.com                                               | true",
                "TLS_CLIENT_AUTH_SAN_DNS    | example.com                                                    | false",
                "TLS_CLIENT_AUTH_SAN_URI    | spiffe://example.com/Shop                                      | true",
                "TLS_CLIENT_AUTH_SAN_URI    | spiffe://example.com/shop                                      | false",
                "TLS_CLIENT_AUTH_SAN_IP     | 192.0.2.7                                                      | true",
                "TLS_CLIENT_AUTH_SAN_IP     | 2001:0db8:0::7                                                 | true",
                "TLS_CLIENT_AUTH_SAN_IP     | 192.0.2.8                                                      | false",
                "TLS_CLIENT_AUTH_SAN_EMAIL  | Shop@example.COM                                               | true",
                "TLS_CLIENT_AUTH_SAN_EMAIL  | shop@example.com                                               | false",
                "TLS_CLIENT_AUTH_SAN_DNS    | Shop@Example.com                                               | false"
            })
    void each_kind_compares_in_its_own_way(ClientMember kind, String value, boolean isCalled) {
        var name = new CertificateName(kind, value);
        assertThat(CertificateNames.isCalled(CERTIFICATE, name)).isEqualTo(isCalled);
        assertThat(CertificateNames.fault(name).filter(_ -> isCalled)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TLS_CLIENT_AUTH_SUBJECT_DN | nothing at all  | is no distinguished name",
                "TLS_CLIENT_AUTH_SAN_DNS    | *.example.com   | wildcards are not matched",
                "TLS_CLIENT_AUTH_SAN_DNS    | shop..com       | is no name of DNS",
                "TLS_CLIENT_AUTH_SAN_URI    | /shop           | is no absolute URI",
                "TLS_CLIENT_AUTH_SAN_IP     | shop            | is no address",
                "TLS_CLIENT_AUTH_SAN_EMAIL  | shop            | is no e-mail address"
            })
    void a_name_that_no_certificate_can_have_is_refused(ClientMember kind, String value, String why) {
        assertThat(CertificateNames.fault(new CertificateName(kind, value)).orElseThrow())
                .contains(why);
    }
}
