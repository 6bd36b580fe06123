package dev.gatehouse.account;

import static dev.gatehouse.account.CredentialTable.PASSWORD_CREDENTIAL;

import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Where password hashes are kept.
final class CredentialStore {

    private static final Projection<Stored> STORED = Projection.of(
            row -> new Stored(row.get(PASSWORD_CREDENTIAL.hash), row.get(PASSWORD_CREDENTIAL.changedAt)),
            PASSWORD_CREDENTIAL.hash,
            PASSWORD_CREDENTIAL.changedAt);

    private record Stored(String hash, Instant changedAt) {}

    Optional<Credential> find(ReadTx tx, Account account) {
        return tx.find(
                        STORED,
                        PASSWORD_CREDENTIAL.tenantId.eq(account.tenantId()),
                        PASSWORD_CREDENTIAL.accountId.eq(account.id()))
                .map(stored -> new Credential(account, stored.hash(), stored.changedAt()));
    }

    void add(Tx tx, Account account, String hash) {
        tx.insert(PASSWORD_CREDENTIAL)
                .set(PASSWORD_CREDENTIAL.tenantId, account.tenantId())
                .set(PASSWORD_CREDENTIAL.accountId, account.id())
                .set(PASSWORD_CREDENTIAL.hash, hash)
                .set(PASSWORD_CREDENTIAL.changedAt, tx.now())
                .run();
    }

    /// Keeps the hash of a new password, unless another was chosen since `current` was read.
    boolean change(Tx tx, Credential current, String hash) {
        return tx.update(PASSWORD_CREDENTIAL)
                        .set(PASSWORD_CREDENTIAL.hash, hash)
                        .set(PASSWORD_CREDENTIAL.changedAt, later(tx.now(), current.changedAt()))
                        .where(
                                PASSWORD_CREDENTIAL.tenantId.eq(
                                        current.account().tenantId()),
                                PASSWORD_CREDENTIAL.accountId.eq(
                                        current.account().id()),
                                PASSWORD_CREDENTIAL.changedAt.eq(current.changedAt()))
                        .run()
                == 1;
    }

    /// Keeps the same password under a newer cost, unless another was chosen since `outdated` was read.
    void rehash(Tx tx, Credential outdated, String hash) {
        tx.update(PASSWORD_CREDENTIAL)
                .set(PASSWORD_CREDENTIAL.hash, hash)
                .where(
                        PASSWORD_CREDENTIAL.tenantId.eq(outdated.account().tenantId()),
                        PASSWORD_CREDENTIAL.accountId.eq(outdated.account().id()),
                        PASSWORD_CREDENTIAL.changedAt.eq(outdated.changedAt()))
                .run();
    }

    /// Now, and in any case after `before`, so that two changes never look like one, whatever the clock does.
    private static Instant later(Instant now, Instant before) {
        return now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS);
    }
}
