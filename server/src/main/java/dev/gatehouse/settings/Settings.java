package dev.gatehouse.settings;

import dev.gatehouse.account.RegistrationMode;
import dev.gatehouse.dpop.NoncePolicy;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.outbound.PrivateAddresses;
import dev.gatehouse.outbound.TrustedCertificates;
import dev.gatehouse.registration.ClientRegistrationMode;
import dev.gatehouse.secret.MasterKey;
import dev.gatehouse.secret.PasswordCost;
import dev.gatehouse.web.observe.Logs;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the house is built from: every variable judged and typed.
///
/// @param database where everything is kept
/// @param dataDir of the embedded database; made when it is needed
/// @param master of `JWT_SECRET_KEY`
/// @param keyRotation how long a signing key signs; empty: until somebody rotates it
/// @param privateAddresses whether we call others at addresses that not everybody can reach
/// @param trustedCertificates whom we believe when we call others
/// @param publicUrl as given; without it, the address that the server listens on
public record Settings(
        DatabaseSettings database,
        Path dataDir,
        MasterKey master,
        JwtAlgorithm algorithm,
        Duration accessTokenLifetime,
        Optional<Duration> keyRotation,
        String host,
        int port,
        Optional<URI> publicUrl,
        List<String> trustedProxies,
        Transport transport,
        PrivateAddresses privateAddresses,
        TrustedCertificates trustedCertificates,
        NoncePolicy dpopNonce,
        RegistrationMode registration,
        ClientRegistrationMode clientRegistration,
        PkceRequired pkceRequired,
        int passwordMinLength,
        PasswordCost passwordCost,
        Logs.Format logFormat) {

    public Settings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /// What our tokens name as their issuer, and our own API as their audience.
    public String issuer() {
        return publicUrl.map(URI::toString).orElseGet(() -> transport.scheme() + "://" + reachable() + ":" + port);
    }

    /// Whether clients with a secret need PKCE as well.
    public boolean pkceOfAll() {
        return pkceRequired == PkceRequired.ALL;
    }

    /// A host that a browser on this machine can open: `0.0.0.0` means every address, and is none itself.
    private String reachable() {
        if (host.equals("0.0.0.0") || host.equals("::")) return "localhost";
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /// Whether everything is kept in one file beside the program, which may then be upgraded without asking.
    public boolean isEmbedded() {
        return database instanceof DatabaseSettings.Sqlite;
    }
}
