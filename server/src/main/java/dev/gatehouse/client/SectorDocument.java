package dev.gatehouse.client;

import dev.gatehouse.jose.StrictJson;
import dev.gatehouse.outbound.Outbound;
import dev.gatehouse.outbound.OutboundAnswer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// The list of redirect URIs by which a host says which clients are of its sector. Without it a client could call
/// itself a neighbour of anybody, and compare whom they know.
///
/// @spec https://openid.net/specs/openid-connect-registration-1_0.html#SectorIdentifierValidation OpenID Connect
///     Registration §5
final class SectorDocument {

    private static final int MOST_BYTES = 64 * 1024;

    /// Strangers may name these addresses, and answer slowly there: what clients need that are here already must not
    /// have to wait.
    private static final int MOST_AT_ONCE = 4;

    private final Outbound outbound;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

    SectorDocument(Outbound outbound) {
        this.outbound = outbound;
    }

    /// Fetches the document, so not inside a transaction.
    ///
    /// @return what is wrong; empty too when the profile names none
    Optional<ClientFault> fault(ClientProfile profile) {
        return profile.tokenForm()
                .sectorIdentifierUri()
                .flatMap(uri -> why(URI.create(uri), profile))
                .map(why -> new ClientFault(ClientMember.SECTOR_IDENTIFIER_URI.wire(), why));
    }

    private Optional<String> why(URI uri, ClientProfile profile) {
        if (!turns.tryAcquire()) return Optional.of("cannot be read now, too many are being read; try again");
        try {
            return read(uri, profile);
        } finally {
            turns.release();
        }
    }

    private Optional<String> read(URI uri, ClientProfile profile) {
        return switch (outbound.get(uri, "application/json", MOST_BYTES)) {
            case OutboundAnswer.Refused(var why) -> Optional.of(why);
            case OutboundAnswer.Failed(var why) -> Optional.of("cannot be read: " + why);
            case OutboundAnswer.Answered answered
            when answered.status() != 200 -> Optional.of("answers with status " + answered.status());
            case OutboundAnswer.Answered answered ->
                StrictJson.list(answered.body())
                        .map(listed -> missing(profile, listed))
                        .orElseGet(() -> Optional.of("is no JSON list of redirect URIs"));
        };
    }

    private static Optional<String> missing(ClientProfile profile, List<Object> listed) {
        return profile.redirectUris().stream()
                .filter(uri -> !listed.contains(uri))
                .findFirst()
                .map(uri -> "does not list the redirect URI '" + uri + "'");
    }
}
