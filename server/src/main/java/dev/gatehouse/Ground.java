package dev.gatehouse;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.LoneRecords;
import dev.gatehouse.dpop.DpopGuard;
import dev.gatehouse.dpop.DpopProofs;
import dev.gatehouse.key.KeyRotation;
import dev.gatehouse.key.SigningKeys;
import dev.gatehouse.mapper.Announcements;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.notice.Notices;
import dev.gatehouse.outbound.Outbound;
import dev.gatehouse.replay.Replays;
import dev.gatehouse.secret.MasterKey;
import dev.gatehouse.settings.Settings;
import dev.gatehouse.tenant.TenantStore;
import java.time.InstantSource;

/// The ground floor, on which everything stands: what is written down, what other nodes are told, and the
/// keys.
final class Ground {

    final Settings settings;
    final String issuer;
    final MasterKey master;
    final Database database;
    final InstantSource clock;
    final Outbound outbound;
    final AuditLog audit;
    final LoneRecords records;
    final Announcements announcements;
    final Notices notices;
    final Replays replays;
    final DpopProofs proofs;
    final DpopGuard dpop;
    final SigningKeys keys;
    final KeyRotation keyRotation;

    Ground(Settings settings, Database database, InstantSource clock) {
        this.settings = settings;
        this.issuer = settings.issuer();
        this.master = settings.master();
        this.database = database;
        this.clock = clock;
        var tokens = settings.tokens();
        outbound = new Outbound(
                settings.outbound().privateAddresses(), settings.outbound().trustedCertificates());
        audit = AuditLog.of(master);
        records = new LoneRecords(database, audit);
        database.run(new TenantStore()::ensureMain);
        announcements = database.announcements();
        notices = new Notices(database);
        notices.hear(announcements);
        replays = new Replays(database);
        proofs = new DpopProofs(replays, master, tokens.dpopNonce(), clock);
        dpop = new DpopGuard(proofs);
        keys = SigningKeys.load(database, master, tokens.algorithm(), audit, notices);
        keyRotation = new KeyRotation(
                database, keys, audit, notices, clock, tokens.keyRotation(), tokens.accessTokenLifetime());
    }
}
