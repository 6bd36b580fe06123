package dev.gatehouse.cli;

import dev.gatehouse.account.PasswordPolicy;
import dev.gatehouse.outbound.PrivateAddresses;
import dev.gatehouse.secret.PasswordCost;
import dev.gatehouse.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Settings that are allowed and yet worth a second thought.
record SettingsCheckup(Settings settings) {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    List<Finding> findings() {
        var warnings = Stream.of(
                        publicUrl(),
                        pkce(),
                        passwordLength(),
                        passwordCost(),
                        tokenLife(),
                        proxies(),
                        outbound(),
                        permissionsMemory())
                .flatMap(List::stream)
                .toList();
        return warnings.isEmpty()
                ? List.of(Finding.good(
                        "settings",
                        "usable; tokens are issued by " + settings.issuer() + "; relationships may take "
                                + (settings.permissions().memoryBytes() >> 20) + " MB of memory"))
                : warnings;
    }

    private List<Finding> publicUrl() {
        var url = URI.create(settings.issuer());
        if (settings.address().publicUrl().isEmpty() && !LOOPBACK.contains(url.getHost()))
            return warning(
                    "PUBLIC_URL is not given",
                    "Set it to the address that people use: it is the issuer of all tokens.");
        if ("http".equals(url.getScheme()) && !LOOPBACK.contains(url.getHost()))
            return warning(
                    "PUBLIC_URL is plain http",
                    "Passwords and tokens can be read on the way; set TLS_CERTIFICATE and TLS_KEY, or put TLS in front, and use https.");
        return List.of();
    }

    private List<Finding> pkce() {
        return settings.tokens().pkceOfAll()
                ? List.of()
                : warning(
                        "PKCE_REQUIRED is public",
                        "A stolen code of a client with a secret can be smuggled into somebody else's session;"
                                + " rather exempt the one client that cannot: client update ID --no-require-pkce.");
    }

    private List<Finding> permissionsMemory() {
        var heap = Runtime.getRuntime().maxMemory();
        return settings.permissions().memoryBytes() > heap / 2
                ? warning(
                        "PERMISSIONS_MEMORY is more than half of the " + (heap >> 20) + " MB that Java may use",
                        "While relationships are packed they take as much again: lower it, or give Java more by"
                                + " GATEHOUSE_JAVA_OPTS=-Xmx….")
                : List.of();
    }

    private List<Finding> passwordLength() {
        return settings.people().passwordMinLength() < PasswordPolicy.DEFAULT_MINIMUM_LENGTH
                ? warning(
                        "PASSWORD_MIN_LENGTH is " + settings.people().passwordMinLength(),
                        "NIST SP 800-63B-4 asks for 15 where a password is the only factor.")
                : List.of();
    }

    private List<Finding> passwordCost() {
        return settings.people().passwordCost().memoryKib() < PasswordCost.DEFAULT.memoryKib()
                ? warning(
                        "PASSWORD_COST takes "
                                + settings.people().passwordCost().memoryKib() + " KiB",
                        "Take 19456 KiB or more: less is too cheap for whoever steals the table.")
                : List.of();
    }

    private List<Finding> tokenLife() {
        return settings.tokens().accessTokenLifetime().compareTo(LONG) > 0
                ? warning(
                        "access tokens live for "
                                + settings.tokens().accessTokenLifetime().toMinutes() + " minutes",
                        "Programs that check tokens by themselves learn of a sign-out only when they expire; 15 is usual.")
                : List.of();
    }

    private List<Finding> proxies() {
        return settings.address().trustedProxies().stream().anyMatch(network -> network.endsWith("/0"))
                ? warning(
                        "TRUSTED_PROXIES trusts everybody",
                        "Anyone can then claim any address and get around throttling; name the proxies' own networks.")
                : List.of();
    }

    private List<Finding> outbound() {
        return settings.outbound().privateAddresses() == PrivateAddresses.ALLOWED
                ? warning(
                        "OUTBOUND_PRIVATE_ADDRESSES is allowed",
                        "Whoever registers a client can make this server call machines of its own network.")
                : List.of();
    }

    private static List<Finding> warning(String says, String advice) {
        return List.of(Finding.warning("settings", says, advice));
    }
}
