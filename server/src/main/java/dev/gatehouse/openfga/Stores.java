package dev.gatehouse.openfga;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.model.Models;
import dev.gatehouse.notice.Kept;
import dev.gatehouse.notice.Notices;
import dev.gatehouse.notice.Topic;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.secret.Ulid;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.tenant.TenantStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes and removes stores: tenants that hold nothing but permissions.
///
/// A store that is removed is gone for everybody at once. What belongs to it is cleared away in small parts,
/// since a million relationships in one transaction would make everybody else wait.
public final class Stores {

    private static final int MOST_KEPT = 10_000;

    /// So much is cleared away before whoever removes a store is answered; housekeeping does the rest.
    private static final int PARTS_AT_ONCE = 4;

    private static final int PART = 500;
    private static final int TENANTS_AT_ONCE = 10;

    private final TenantStore tenants = new TenantStore();
    private final AssertionStore assertions = new AssertionStore();
    private final Database database;
    private final AuditLog audit;
    private final Notices notices;
    private final Models models;
    private final Relationships relationships;
    private final InstantSource clock;
    private final Kept<String, Tenant> known;

    public Stores(
            Database database,
            AuditLog audit,
            Notices notices,
            Models models,
            Relationships relationships,
            InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.notices = notices;
        this.models = models;
        this.relationships = relationships;
        this.clock = clock;
        this.known = new Kept<>(MOST_KEPT, clock);
        notices.listen(Topic.TENANTS, known::forget);
    }

    /// @param tenantId of whoever makes it, under which it is recorded
    Tenant create(String tenantId, String name, Origin origin) {
        var id = Ulid.at(clock.instant());
        return database.write(tx -> {
            var made = tenants.add(tx, id, name);
            notices.post(tx, Topic.TENANTS);
            audit.append(tx, new AuditEvent(tenantId, "store.created", id, origin, Map.of("name", name)));
            return made;
        });
    }

    /// @param storeId as callers name it
    Outcome<Tenant> find(String storeId) {
        var id = StoreId.tenant(storeId);
        return known.find(id, key -> database.read(tx -> tenants.find(tx, key)), _ -> Instant.MAX)
                .<Outcome<Tenant>>map(Outcome::done)
                .orElseGet(() -> Outcome.failed(FailureCode.STORE_ID_NOT_FOUND, "There is no store " + storeId + "."));
    }

    /// @param name only those of this name
    /// @param after the tenant of the last one that was seen
    List<Tenant> list(Optional<String> name, Optional<String> after, int limit) {
        return database.read(tx -> tenants.list(tx, name, after, limit));
    }

    /// Removes a store, if it is there.
    ///
    /// @param tenantId of whoever removes it, under which it is recorded
    Outcome<Boolean> remove(String tenantId, String storeId, Origin origin) {
        var id = StoreId.tenant(storeId);
        if (id.equals(Tenant.MAIN))
            return Outcome.failed(
                    FailureCode.VALIDATION_ERROR,
                    "The store " + StoreId.MAIN + " is the tenant main, to which people and applications belong; "
                            + "it cannot be removed. Remove its relationships instead.");
        var isRemoved = database.<Boolean>write(tx -> {
            if (!tenants.remove(tx, id)) return false;
            notices.post(tx, Topic.TENANTS);
            audit.append(tx, new AuditEvent(tenantId, "store.removed", id, origin));
            return true;
        });
        if (isRemoved) clear();
        return Outcome.done(isRemoved);
    }

    /// Clears away what belonged to stores that were removed.
    ///
    /// @param most rows at once, about
    /// @return how many there were; fewer than `most` when nothing is left
    public int sweep(Tx tx, int most) {
        var gone = 0;
        for (var tenant : tenants.removed(tx, TENANTS_AT_ONCE)) {
            gone += clear(tx, tenant.id(), most - gone);
            if (gone >= most) return most;
        }
        return gone;
    }

    private void clear() {
        for (var i = 0; i < PARTS_AT_ONCE; i++) if (database.<Integer>write(tx -> sweep(tx, PART)) < PART) return;
    }

    /// What others refer to goes last.
    private int clear(Tx tx, String tenantId, int most) {
        var gone = relationships.erase(tx, tenantId, most);
        if (gone < most) gone += assertions.erase(tx, tenantId, most - gone);
        if (gone < most) gone += models.erase(tx, tenantId, most - gone);
        if (gone < most) {
            relationships.close(tx, tenantId);
            tenants.forget(tx, tenantId);
        }
        return gone;
    }
}
