package dev.gatehouse.settings;

import static dev.gatehouse.settings.Variable.ACCESS_TOKEN_EXPIRE_MINUTES;
import static dev.gatehouse.settings.Variable.CLIENT_REGISTRATION;
import static dev.gatehouse.settings.Variable.DATA_DIR;
import static dev.gatehouse.settings.Variable.DB_HOST;
import static dev.gatehouse.settings.Variable.DB_NAME;
import static dev.gatehouse.settings.Variable.DB_PASS;
import static dev.gatehouse.settings.Variable.DB_PORT;
import static dev.gatehouse.settings.Variable.DB_USER;
import static dev.gatehouse.settings.Variable.DPOP_NONCE;
import static dev.gatehouse.settings.Variable.HOST;
import static dev.gatehouse.settings.Variable.JWT_ALGORITHM;
import static dev.gatehouse.settings.Variable.KEY_ROTATION_DAYS;
import static dev.gatehouse.settings.Variable.LOG_FORMAT;
import static dev.gatehouse.settings.Variable.OUTBOUND_PRIVATE_ADDRESSES;
import static dev.gatehouse.settings.Variable.PASSWORD_COST;
import static dev.gatehouse.settings.Variable.PASSWORD_MIN_LENGTH;
import static dev.gatehouse.settings.Variable.PERMISSIONS_CHANGES_DAYS;
import static dev.gatehouse.settings.Variable.PERMISSIONS_DEPTH;
import static dev.gatehouse.settings.Variable.PERMISSIONS_MEMORY;
import static dev.gatehouse.settings.Variable.PERMISSIONS_SECONDS;
import static dev.gatehouse.settings.Variable.PKCE_REQUIRED;
import static dev.gatehouse.settings.Variable.PORT;
import static dev.gatehouse.settings.Variable.PUBLIC_URL;
import static dev.gatehouse.settings.Variable.REGISTRATION;
import static dev.gatehouse.settings.Variable.TRUSTED_PROXIES;
import static dev.gatehouse.settings.Variable.TRUST_CERTIFICATES;

import dev.gatehouse.account.RegistrationMode;
import dev.gatehouse.dpop.NoncePolicy;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.outbound.PrivateAddresses;
import dev.gatehouse.outbound.TrustedCertificates;
import dev.gatehouse.registration.ClientRegistrationMode;
import dev.gatehouse.secret.PasswordCost;
import dev.gatehouse.web.Network;
import dev.gatehouse.web.observe.Logs;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Judges every variable, and gathers all that is wrong before it says so.
public final class SettingsReader {

    private static final String FILE = ".env";
    private static final Pattern COST = Pattern.compile("m=(\\d{1,8}),t=(\\d{1,4}),p=(\\d{1,3})");

    private final Values values;
    private final Path folder;
    private final boolean looking;

    private SettingsReader(Values values, Path folder, boolean looking) {
        this.values = values;
        this.folder = folder;
        this.looking = looking;
    }

    /// Reads `.env` in `folder` and the environment, which wins. Makes the secret key of the embedded
    /// database if it is the first time.
    ///
    /// @throws BadSettings with everything that is wrong
    public static Settings read(Path folder, Map<String, String> environment) {
        return new SettingsReader(values(folder, environment), folder, false).settings();
    }

    /// The same, but makes nothing.
    public static Settings look(Path folder, Map<String, String> environment) {
        return new SettingsReader(values(folder, environment), folder, true).settings();
    }

    private static Values values(Path folder, Map<String, String> environment) {
        return new Values(environment, DotEnv.read(folder.resolve(FILE)));
    }

    private Settings settings() {
        var dataDir = folder.resolve(values.text(DATA_DIR)).normalize();
        var database = database(dataDir);
        var algorithm = algorithm();
        var kept = database instanceof DatabaseSettings.Sqlite
                ? Optional.of(new KeptSecret(dataDir))
                : Optional.<KeptSecret>empty();
        var master = new SecretKey(values, kept, looking).judge(algorithm);
        var tokens = tokens(algorithm);
        var transport = new TransportReader(values, folder).read();
        var address = address(transport);
        var calls = new Settings.Calls(
                values.oneOf(OUTBOUND_PRIVATE_ADDRESSES, PrivateAddresses.class), trustedCertificates());
        var people = people();
        var clientRegistration = values.oneOf(CLIENT_REGISTRATION, ClientRegistrationMode.class);
        var permissions = permissions();
        var logFormat = values.oneOf(LOG_FORMAT, Logs.Format.class);
        values.refuseFaults();
        return new Settings(
                database,
                dataDir,
                master,
                tokens,
                address,
                transport,
                calls,
                people,
                clientRegistration,
                permissions,
                logFormat);
    }

    private Settings.Tokens tokens(JwtAlgorithm algorithm) {
        return new Settings.Tokens(
                algorithm,
                keyRotation(),
                Duration.ofMinutes(values.number(ACCESS_TOKEN_EXPIRE_MINUTES, 1, 43_200)),
                values.oneOf(DPOP_NONCE, NoncePolicy.class),
                values.oneOf(PKCE_REQUIRED, PkceRequired.class));
    }

    private Settings.Address address(Transport transport) {
        var address = new Settings.Address(host(), values.number(PORT, 0, 65_535), publicUrl(), trustedProxies());
        agree(address.publicUrl(), transport);
        return address;
    }

    private Settings.People people() {
        return new Settings.People(
                values.oneOf(REGISTRATION, RegistrationMode.class), values.number(PASSWORD_MIN_LENGTH, 8, 64), cost());
    }

    /// While relationships are packed they take as much again; a quarter of the heap leaves room for the
    /// rest.
    private Settings.Permissions permissions() {
        var memory =
                values.bytes(PERMISSIONS_MEMORY).orElse(Runtime.getRuntime().maxMemory() / 4);
        return new Settings.Permissions(
                memory,
                values.number(PERMISSIONS_DEPTH, 1, 100),
                Duration.ofSeconds(values.number(PERMISSIONS_SECONDS, 1, 60)),
                Duration.ofDays(values.number(PERMISSIONS_CHANGES_DAYS, 0, 36_500)));
    }

    /// PostgreSQL as soon as one of its variables is given: whoever writes half of them wants no embedded
    /// database.
    private DatabaseSettings database(Path dataDir) {
        if (Stream.of(DB_HOST, DB_PORT, DB_USER, DB_PASS, DB_NAME).noneMatch(values::isGiven))
            return DatabaseSettings.sqlite(dataDir.resolve("gatehouse.db"));
        var port = values.number(DB_PORT, 1, 65_535);
        var user = values.required(
                DB_USER, "Name the PostgreSQL user, or remove every DB_ variable to use the embedded database.");
        var name = values.required(
                DB_NAME, "Name the PostgreSQL database, or remove every DB_ variable to use the embedded database.");
        var hosts = values.text(DB_HOST);
        if (Arrays.stream(hosts.split(",", -1)).anyMatch(String::isBlank)) {
            values.fault(DB_HOST, "Write one host, or several with a comma between them.");
            hosts = "localhost";
        }
        return DatabaseSettings.postgres(hosts, port, user, values.find(DB_PASS).orElse(""), name);
    }

    private JwtAlgorithm algorithm() {
        return JwtAlgorithm.named(values.text(JWT_ALGORITHM)).orElseGet(() -> {
            var known = Arrays.stream(JwtAlgorithm.values())
                    .map(JwtAlgorithm::headerName)
                    .collect(Collectors.joining(", "));
            values.fault(JWT_ALGORITHM, "Use one of " + known + ".");
            return JwtAlgorithm.ES256;
        });
    }

    private Optional<Duration> keyRotation() {
        var days = values.number(KEY_ROTATION_DAYS, 0, 3_650);
        return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
    }

    private String host() {
        var host = values.text(HOST);
        if (!host.matches("[A-Za-z0-9.:_-]+"))
            values.fault(HOST, "Write an address such as 127.0.0.1, ::1 or 0.0.0.0, or a host name.");
        return host;
    }

    private Optional<URI> publicUrl() {
        return values.find(PUBLIC_URL).flatMap(text -> {
            var url = PublicUrl.parse(text);
            if (url.isEmpty())
                values.fault(
                        PUBLIC_URL,
                        "Write scheme and host, as https://id.example.com, without a path's end slash, query or fragment.");
            return url;
        });
    }

    /// Browsers and libraries hold the issuer against the address that they came by.
    private void agree(Optional<URI> publicUrl, Transport transport) {
        if (transport.tls().isPresent()
                && publicUrl.filter(url -> "http".equals(url.getScheme())).isPresent())
            values.fault(PUBLIC_URL, "Write https: with TLS_CERTIFICATE this server speaks nothing else.");
    }

    private List<String> trustedProxies() {
        var networks = Arrays.stream(values.text(TRUSTED_PROXIES).split("[,\\s]+"))
                .filter(network -> !network.isBlank())
                .toList();
        try {
            networks.forEach(Network::parse);
        } catch (IllegalArgumentException _) {
            values.fault(TRUSTED_PROXIES, "List addresses or networks with commas, as 10.0.0.0/8,::1.");
        }
        return networks;
    }

    private TrustedCertificates trustedCertificates() {
        var files = Arrays.stream(values.text(TRUST_CERTIFICATES).split(","))
                .filter(file -> !file.isBlank())
                .map(file -> folder.resolve(file.strip()))
                .toList();
        try {
            return TrustedCertificates.read(files);
        } catch (IllegalArgumentException unusable) {
            values.fault(
                    TRUST_CERTIFICATES,
                    "Name files with certificates in PEM, with commas between: " + unusable.getMessage() + ".");
            return TrustedCertificates.OF_THE_JDK;
        }
    }

    private PasswordCost cost() {
        var parts = COST.matcher(values.text(PASSWORD_COST));
        if (parts.matches()) {
            try {
                return new PasswordCost(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
            } catch (IllegalArgumentException outOfBounds) {
                values.fault(PASSWORD_COST, "Change it: " + outOfBounds.getMessage() + ".");
                return PasswordCost.DEFAULT;
            }
        }
        values.fault(PASSWORD_COST, "Write memory in KiB, passes and lanes, as m=19456,t=2,p=1.");
        return PasswordCost.DEFAULT;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
