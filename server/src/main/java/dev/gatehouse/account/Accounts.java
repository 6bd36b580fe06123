package dev.gatehouse.account;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.ConstraintViolation;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.notice.Notices;
import dev.gatehouse.notice.Topic;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.right.Administrators;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Finds people, changes what is known of them, and lets them go.
public final class Accounts {

    private static final String UNIQUE_EMAIL = "uq_account_email";

    private final AccountStore store = new AccountStore();
    private final Database database;
    private final AuditLog audit;
    private final Notices notices;
    private final Farewells farewells;
    private final Administrators administrators;
    private final Relationships relationships;

    public Accounts(
            Database database,
            AuditLog audit,
            Notices notices,
            Farewells farewells,
            Administrators administrators,
            Relationships relationships) {
        this.database = database;
        this.audit = audit;
        this.notices = notices;
        this.farewells = farewells;
        this.administrators = administrators;
        this.relationships = relationships;
    }

    public Optional<Account> find(String tenantId, UUID id) {
        return database.read(tx -> store.find(tx, tenantId, id));
    }

    /// @param email in whatever case
    public Optional<Account> findByEmail(String tenantId, String email) {
        return database.read(tx -> store.findByEmail(tx, tenantId, email));
    }

    /// Whether there is such an account, as part of something larger.
    public boolean exists(ReadTx tx, String tenantId, UUID id) {
        return store.find(tx, tenantId, id).isPresent();
    }

    /// @param prefix of the e-mail address or the name, in whatever case
    /// @param after the last account of the page before
    /// @return the people in the order in which they came, `limit` at most
    public List<Account> list(String tenantId, Optional<String> prefix, Optional<UUID> after, int limit) {
        return database.read(tx -> store.list(tx, tenantId, prefix, after, limit));
    }

    /// Changes an account in one transaction with its audit record.
    ///
    /// @param change gives the account as it shall be; what may not change of it is not written. It may run more
    ///     than once.
    public AccountChange change(String tenantId, UUID id, UnaryOperator<Account> change, Origin origin) {
        return change(tenantId, id, change, Optional.empty(), origin);
    }

    /// @param administrator whether the person shall be one; empty: as before
    AccountChange change(
            String tenantId, UUID id, UnaryOperator<Account> change, Optional<Boolean> administrator, Origin origin) {
        try {
            return database.write(tx -> store.take(tx, tenantId, id)
                    .map(before -> replace(tx, before, change.apply(before).updatedAt(tx.now()), administrator, origin))
                    .orElseGet(AccountChange.NoSuchAccount::new));
        } catch (NobodyLeft _) {
            return new AccountChange.LastAdministrator();
        } catch (ConstraintViolation violation) {
            if (violation.isOf(UNIQUE_EMAIL)) return new AccountChange.EmailTaken();
            throw violation;
        }
    }

    /// Removes an account and everything that is its own, with every relationship about it. Audit records
    /// stay, and name only its id.
    public AccountChange remove(String tenantId, UUID id, Origin origin) {
        try {
            return database.write(tx -> {
                var account = store.take(tx, tenantId, id);
                account.ifPresent(gone -> {
                    var wasAdministrator = isAdministrator(tx, gone);
                    sayFarewell(tx, gone, Optional.empty());
                    store.remove(tx, tenantId, id);
                    relationships.forget(
                            tx, tenantId, Actor.person(tenantId, id).name(), origin);
                    notices.post(tx, Topic.STANDINGS);
                    audit.append(tx, new AuditEvent(tenantId, "account.removed", gone.subject(), origin));
                    if (wasAdministrator) keepAnAdministrator(tx, tenantId);
                });
                return AccountChange.of(account);
            });
        } catch (NobodyLeft _) {
            return new AccountChange.LastAdministrator();
        }
    }

    /// Ends every session of an account at once, with all their tokens.
    public AccountChange signOutEverywhere(String tenantId, UUID id, Origin origin) {
        return database.write(tx -> AccountChange.of(beginNewSessionEpoch(tx, tenantId, id, Optional.empty(), origin)));
    }

    /// The same as part of something larger.
    ///
    /// @param survivor a session that whoever calls takes along into the new epoch
    /// @return the account in its new epoch
    public Optional<Account> beginNewSessionEpoch(
            Tx tx, String tenantId, UUID id, Optional<UUID> survivor, Origin origin) {
        var account = store.beginNewSessionEpoch(tx, tenantId, id);
        notices.post(tx, Topic.STANDINGS);
        account.ifPresent(known -> {
            sayFarewell(tx, known, survivor);
            audit.append(tx, new AuditEvent(tenantId, "account.signed-out-everywhere", known.subject(), origin));
        });
        return account;
    }

    private AccountChange replace(
            Tx tx, Account before, Account wanted, Optional<Boolean> administrator, Origin origin) {
        var wasAdministrator = isAdministrator(tx, before);
        store.replace(tx, wanted);
        administrator.ifPresent(shall -> {
            if (shall) administrators.appoint(tx, before.tenantId(), before.id(), origin);
            else administrators.dismiss(tx, before.tenantId(), before.id(), origin);
        });
        notices.post(tx, Topic.STANDINGS);
        if (before.isActive() && !wanted.isActive()) {
            sayFarewell(tx, before, Optional.empty());
            store.beginNewSessionEpoch(tx, before.tenantId(), before.id());
        }
        audit.append(
                tx,
                new AuditEvent(
                        before.tenantId(),
                        "account.changed",
                        before.subject(),
                        origin,
                        differences(before, wanted, administrator)));
        if (wasAdministrator) keepAnAdministrator(tx, before.tenantId());
        return new AccountChange.Changed(wanted);
    }

    private void sayFarewell(Tx tx, Account account, Optional<UUID> survivor) {
        farewells.say(tx, new Farewell.AllSessions(account.tenantId(), account.id(), survivor));
    }

    private boolean isAdministrator(Tx tx, Account account) {
        return administrators.of(tx, account.tenantId()).contains(account.id());
    }

    /// Asked last: whoever wrote the audit record has the tenant's chain to himself until the end of the
    /// transaction, so that of two administrators who dismiss each other one finds himself to be the last.
    private void keepAnAdministrator(Tx tx, String tenantId) {
        if (!store.isAnyActive(tx, tenantId, administrators.of(tx, tenantId))) throw new NobodyLeft();
    }

    /// Which facts changed; of personal ones only that they did.
    private static Map<String, String> differences(Account before, Account after, Optional<Boolean> administrator) {
        var facts = new TreeMap<String, String>();
        if (!before.email().equals(after.email())) facts.put("email", "changed");
        if (before.emailVerified() != after.emailVerified())
            facts.put("email_verified", Boolean.toString(after.emailVerified()));
        if (!before.name().equals(after.name())) facts.put("name", "changed");
        if (!before.locale().equals(after.locale())) facts.put("locale", "changed");
        if (before.status() != after.status())
            facts.put("status", after.status().name());
        administrator.ifPresent(shall -> facts.put("administrator", Boolean.toString(shall)));
        return facts;
    }

    /// Undoes the transaction that would leave nobody to administer. It never leaves this class.
    private static final class NobodyLeft extends RuntimeException {
        private static final long serialVersionUID = 1;

        NobodyLeft() {
            super(null, null, false, false);
        }
    }
}
