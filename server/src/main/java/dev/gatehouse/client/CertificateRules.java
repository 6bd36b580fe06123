package dev.gatehouse.client;

import static dev.gatehouse.client.ClientMember.TLS_CLIENT_AUTH_SUBJECT_DN;
import static java.util.stream.Collectors.joining;

import dev.gatehouse.client.ClientKeys.CertificateName;
import java.util.ArrayList;
import java.util.List;

/// What a client that proves itself by a certificate must say of it, and others must not.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8705#section-2.1.2 RFC 8705 §2.1.2, §2.2.2
final class CertificateRules {

    private static final String METHOD = "token_endpoint_auth_method";

    private CertificateRules() {}

    static List<ClientFault> faults(ClientProfile profile) {
        var faults = new ArrayList<ClientFault>();
        var names = profile.keys().certificateNames();
        var method = profile.authentication();
        if (method == AuthenticationMethod.TLS_CLIENT_AUTH && names.size() != 1)
            faults.add(new ClientFault(
                    TLS_CLIENT_AUTH_SUBJECT_DN.wire(),
                    "tls_client_auth needs just one name of the certificate: this, or one of tls_client_auth_san_dns,"
                            + " _uri, _ip and _email"));
        if (method != AuthenticationMethod.TLS_CLIENT_AUTH && !names.isEmpty())
            faults.add(new ClientFault(METHOD, "only tls_client_auth uses " + spelled(names)));
        for (var name : names)
            CertificateNames.fault(name)
                    .ifPresent(why -> faults.add(new ClientFault(name.kind().wire(), "'" + name.value() + "' " + why)));
        if (method == AuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH
                && profile.keys().areUntold())
            faults.add(new ClientFault(
                    "jwks", "self_signed_tls_client_auth needs the certificate's key: give jwks or jwks_uri"));
        return faults;
    }

    private static String spelled(List<CertificateName> names) {
        return names.stream().map(name -> name.kind().wire()).collect(joining(", "));
    }
}
