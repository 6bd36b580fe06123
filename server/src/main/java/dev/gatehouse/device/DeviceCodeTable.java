package dev.gatehouse.device;

import static dev.gatehouse.client.ClientTable.CLIENT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.INTEGER;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;
import static dev.gatehouse.mapper.OnDelete.CASCADE;
import static dev.gatehouse.token.TokenFamilyTable.TOKEN_FAMILY;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.UUID;

/// `interval_seconds` and `next_poll_at` stand here, so that all nodes agree on who asks too often. Lists are texts
/// with spaces between.
public final class DeviceCodeTable extends Table {

    public static final DeviceCodeTable DEVICE_CODE = new DeviceCodeTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> digest = notNull("digest", TEXT);
    final Column<String> userCodeDigest = notNull("user_code_digest", TEXT);
    final Column<String> clientId = notNull("client_id", TEXT);
    final Column<String> scopes = notNull("scopes", TEXT);
    final Column<String> resources = notNull("resources", TEXT);
    final Column<Instant> expiresAt = notNull("expires_at", INSTANT);
    final Column<Integer> intervalSeconds = notNull("interval_seconds", INTEGER);
    final Column<Instant> nextPollAt = notNull("next_poll_at", INSTANT);
    final Column<Instant> decidedAt = nullable("decided_at", INSTANT);
    final Column<UUID> familyId = nullable("family_id", UUID);
    final Column<Instant> redeemedAt = nullable("redeemed_at", INSTANT);

    final Projection<DeviceCode> code = Projection.of(
            row -> new DeviceCode(
                    row.get(tenantId),
                    row.get(digest),
                    row.get(clientId),
                    words(row.get(scopes)),
                    words(row.get(resources)),
                    row.get(expiresAt),
                    Duration.ofSeconds(row.get(intervalSeconds)),
                    row.get(nextPollAt),
                    row.find(decidedAt),
                    row.find(familyId),
                    row.find(redeemedAt)),
            tenantId,
            digest,
            clientId,
            scopes,
            resources,
            expiresAt,
            intervalSeconds,
            nextPollAt,
            decidedAt,
            familyId,
            redeemedAt);

    private DeviceCodeTable() {
        super("device_code");
        primaryKey(tenantId, digest);
        unique(tenantId, userCodeDigest);
        foreignKey("fk_device_code_client", List.of(tenantId, clientId), List.of(CLIENT.tenantId, CLIENT.id), CASCADE);
        foreignKey(
                "fk_device_code_family",
                List.of(tenantId, familyId),
                List.of(TOKEN_FAMILY.tenantId, TOKEN_FAMILY.id),
                CASCADE);
        check("ck_device_code_family", "family_id is null or decided_at is not null");
        check("ck_device_code_redeemed", "redeemed_at is null or family_id is not null");
        index("ix_device_code_client", tenantId, clientId);
        index("ix_device_code_family", tenantId, familyId);
        index("ix_device_code_expires", expiresAt);
    }

    private static SequencedSet<String> words(String text) {
        return text.isEmpty() ? new LinkedHashSet<>() : new LinkedHashSet<>(Arrays.asList(text.split(" ")));
    }
}
