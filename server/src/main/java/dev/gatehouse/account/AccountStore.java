package dev.gatehouse.account;

import static dev.gatehouse.account.AccountTable.ACCOUNT;

import dev.gatehouse.mapper.Condition;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Where people are kept.
final class AccountStore {

    void add(Tx tx, Account account) {
        tx.insert(ACCOUNT)
                .values(ACCOUNT.account, account)
                .set(ACCOUNT.emailKey, Email.key(account.email()))
                .set(ACCOUNT.nameKey, account.name().map(AccountTable::nameKey))
                .run();
    }

    Optional<Account> find(ReadTx tx, String tenantId, UUID id) {
        return tx.find(ACCOUNT.account, ACCOUNT.tenantId.eq(tenantId), ACCOUNT.id.eq(id));
    }

    /// Finds an account and keeps everybody else from changing it until the transaction ends: what is decided on
    /// it still holds when it is written.
    Optional<Account> take(Tx tx, String tenantId, UUID id) {
        return tx.select(ACCOUNT.account)
                .where(ACCOUNT.tenantId.eq(tenantId), ACCOUNT.id.eq(id))
                .forUpdate()
                .one();
    }

    Optional<Account> findByEmail(ReadTx tx, String tenantId, String email) {
        return tx.find(ACCOUNT.account, ACCOUNT.tenantId.eq(tenantId), ACCOUNT.emailKey.eq(Email.key(email)));
    }

    /// Whether one of them is there and may sign in.
    boolean isAnyActive(ReadTx tx, String tenantId, Collection<UUID> ids) {
        return tx.exists(
                ACCOUNT, ACCOUNT.tenantId.eq(tenantId), ACCOUNT.id.in(ids), ACCOUNT.status.eq(Account.Status.ACTIVE));
    }

    /// @return the people in the order in which they came, from the one after `after` on
    List<Account> list(ReadTx tx, String tenantId, Optional<String> prefix, Optional<UUID> after, int limit) {
        return tx.select(ACCOUNT.account)
                .where(ACCOUNT.tenantId.eq(tenantId))
                .and(Condition.when(prefix, AccountStore::begins))
                .and(Condition.when(after, ACCOUNT.id::gt))
                .orderBy(ACCOUNT.id.asc())
                .limit(limit)
                .list();
    }

    /// Writes what may change of an account; the rest of it never does.
    void replace(Tx tx, Account account) {
        tx.update(ACCOUNT)
                .set(ACCOUNT.email, account.email())
                .set(ACCOUNT.emailVerified, account.emailVerified())
                .set(ACCOUNT.emailKey, Email.key(account.email()))
                .set(ACCOUNT.name, account.name())
                .set(ACCOUNT.nameKey, account.name().map(AccountTable::nameKey))
                .set(ACCOUNT.locale, account.locale().map(Locale::toLanguageTag))
                .set(ACCOUNT.status, account.status())
                .set(ACCOUNT.updatedAt, account.updatedAt())
                .where(ACCOUNT.tenantId.eq(account.tenantId()), ACCOUNT.id.eq(account.id()))
                .run();
    }

    /// Ends every session of the account at once.
    ///
    /// @return the account as it is now
    Optional<Account> beginNewSessionEpoch(Tx tx, String tenantId, UUID id) {
        return tx.update(ACCOUNT)
                .set(ACCOUNT.sessionEpoch, ACCOUNT.sessionEpoch.plus(1L))
                .where(ACCOUNT.tenantId.eq(tenantId), ACCOUNT.id.eq(id))
                .returning(ACCOUNT.account);
    }

    boolean remove(Tx tx, String tenantId, UUID id) {
        return tx.delete(ACCOUNT)
                        .where(ACCOUNT.tenantId.eq(tenantId), ACCOUNT.id.eq(id))
                        .run()
                == 1;
    }

    private static Condition begins(String prefix) {
        return ACCOUNT.emailKey
                .startsWith(Email.key(prefix))
                .or(ACCOUNT.nameKey.startsWith(AccountTable.nameKey(prefix)));
    }
}
