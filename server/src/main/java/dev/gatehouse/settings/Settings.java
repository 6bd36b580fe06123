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
/// @param clientRegistration whether applications may register themselves
public record Settings(
        DatabaseSettings database,
        Path dataDir,
        MasterKey master,
        Tokens tokens,
        Address address,
        Transport transport,
        Calls outbound,
        People people,
        ClientRegistrationMode clientRegistration,
        Permissions permissions,
        Logs.Format logFormat) {

    /// How tokens are signed, for how long they last, and what is asked of those who get them.
    ///
    /// @param keyRotation how long a signing key signs; empty: until somebody rotates it
    public record Tokens(
            JwtAlgorithm algorithm,
            Optional<Duration> keyRotation,
            Duration accessTokenLifetime,
            NoncePolicy dpopNonce,
            PkceRequired pkceRequired) {

        /// Whether clients with a secret need PKCE as well.
        public boolean pkceOfAll() {
            return pkceRequired == PkceRequired.ALL;
        }
    }

    /// Where callers find us.
    ///
    /// @param publicUrl as given; without it, the address that the server listens on
    /// @param trustedProxies whose word on a caller's address counts
    public record Address(String host, int port, Optional<URI> publicUrl, List<String> trustedProxies) {

        public Address {
            trustedProxies = List.copyOf(trustedProxies);
        }

        /// A host that a browser on this machine can open: `0.0.0.0` means every address, and is none itself.
        private String reachable() {
            if (host.equals("0.0.0.0") || host.equals("::")) return "localhost";
            return host.contains(":") ? "[" + host + "]" : host;
        }
    }

    /// How we call others.
    ///
    /// @param privateAddresses whether we call them at addresses that not everybody can reach
    /// @param trustedCertificates whom we believe
    public record Calls(PrivateAddresses privateAddresses, TrustedCertificates trustedCertificates) {}

    /// Who may become one of us, and with what passwords.
    public record People(RegistrationMode registration, int passwordMinLength, PasswordCost passwordCost) {}

    /// How questions about rights are answered.
    ///
    /// @param memoryBytes that relationships may occupy in memory, of all tenants together; 0: none
    /// @param depth how many relations may stand one behind the other between a thing and a user
    /// @param time that the questions of one request may take together
    /// @param changesKept how long changes of relationships can be read; zero: for ever
    public record Permissions(long memoryBytes, int depth, Duration time, Duration changesKept) {}

    /// What our tokens name as their issuer, and our own API as their audience.
    public String issuer() {
        return address.publicUrl()
                .map(URI::toString)
                .orElseGet(() -> transport.scheme() + "://" + address.reachable() + ":" + address.port());
    }

    /// Whether everything is kept in one file beside the program, which may then be upgraded without asking.
    public boolean isEmbedded() {
        return database instanceof DatabaseSettings.Sqlite;
    }

    /// The same house over another database.
    public Settings over(DatabaseSettings another) {
        return new Settings(
                another,
                dataDir,
                master,
                tokens,
                address,
                transport,
                outbound,
                people,
                clientRegistration,
                permissions,
                logFormat);
    }
}
