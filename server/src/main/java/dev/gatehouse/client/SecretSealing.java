package dev.gatehouse.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.secret.MasterKey;
import dev.gatehouse.secret.Sealing;
import java.util.Optional;

/// Keeps the secrets of those clients that sign with them: to check an HMAC one needs the secret itself.
///
/// See decision 0012.
final class SecretSealing {

    private final Sealing sealing;

    private SecretSealing(Sealing sealing) {
        this.sealing = sealing;
    }

    static SecretSealing under(MasterKey master) {
        return new SecretSealing(Sealing.under(master, "client secrets"));
    }

    KeptSecret kept(String tenantId, String clientId, ClientSecret secret) {
        return new KeptSecret(
                secret.digest(),
                Optional.of(sealing.seal(secret.value().getBytes(UTF_8), context(tenantId, clientId))));
    }

    /// Empty when it was not kept, or is not ours to open.
    Optional<byte[]> open(Client client, KeptSecret kept) {
        return kept.sealed().flatMap(text -> sealing.open(text, context(client.tenantId(), client.id())));
    }

    private static String context(String tenantId, String clientId) {
        return tenantId + " " + clientId;
    }
}
