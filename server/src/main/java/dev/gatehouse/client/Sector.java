package dev.gatehouse.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The clients among which a person may be known by one pairwise name: those of one host.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#PairwiseAlg OpenID Connect Core §8.1
final class Sector {

    private Sector() {}

    /// The host of `sector_identifier_uri`, else the one of all redirect URIs; empty when there is not just one.
    static Optional<String> of(Optional<String> sectorIdentifierUri, SequencedSet<String> redirectUris) {
        var hosts = hosts(sectorIdentifierUri.<Collection<String>>map(List::of).orElse(redirectUris));
        return hosts.size() == 1 && !hosts.getFirst().isEmpty() ? Optional.of(hosts.getFirst()) : Optional.empty();
    }

    /// Addresses without a host count as one that nobody has.
    private static TreeSet<String> hosts(Collection<String> uris) {
        return uris.stream().map(Sector::host).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String host(String text) {
        try {
            return Optional.ofNullable(new URI(text).getHost()).orElse("").toLowerCase(Locale.ROOT);
        } catch (URISyntaxException _) {
            return "";
        }
    }
}
