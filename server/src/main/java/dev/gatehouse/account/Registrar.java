package dev.gatehouse.account;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.ConstraintViolation;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.right.Administrators;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.Hashing;
import dev.gatehouse.secret.OpaqueToken;
import dev.gatehouse.secret.Passwords;
import dev.gatehouse.secret.TimeOrderedUuid;
import dev.gatehouse.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Makes accounts: for whoever may register, for the invited, for the first administrator, and by command.
public final class Registrar {

    private static final Duration INVITATION_LIFE = Duration.ofDays(7);
    private static final Duration SETUP_CODE_LIFE = Duration.ofHours(1);
    private static final String UNIQUE_EMAIL = "uq_account_email";

    private final AccountStore accounts = new AccountStore();
    private final CredentialStore credentials = new CredentialStore();
    private final InvitationStore invitations = new InvitationStore();
    private final SetupStore setup = new SetupStore();
    private final Database database;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final RegistrationMode mode;
    private final Administrators administrators;
    private final AuditLog audit;

    public Registrar(
            Database database,
            Passwords passwords,
            PasswordPolicy policy,
            RegistrationMode mode,
            Administrators administrators,
            AuditLog audit) {
        this.database = database;
        this.passwords = passwords;
        this.policy = policy;
        this.mode = mode;
        this.administrators = administrators;
        this.audit = audit;
    }

    /// Who may register by himself.
    public RegistrationMode mode() {
        return mode;
    }

    /// An account for somebody who asks for one himself.
    public Registration register(NewAccount wish, Optional<String> invitation, Origin origin) {
        return switch (mode) {
            case CLOSED -> new Registration.Closed();
            case OPEN -> make(wish, false, origin, _ -> true, new Registration.NotInvited());
            case INVITE ->
                make(
                        wish,
                        false,
                        origin,
                        tx -> invitation
                                .filter(code -> invitations.redeem(tx, Tenant.MAIN, Digest.of(code)))
                                .isPresent(),
                        new Registration.NotInvited());
        };
    }

    /// The first administrator, for whoever holds the code that the server printed at its start.
    public Registration setUp(String code, NewAccount wish, Origin origin) {
        return make(
                wish,
                true,
                origin,
                tx -> setup.redeem(tx, Tenant.MAIN, Digest.of(code)) && !hasAdministrator(tx),
                new Registration.WrongSetupCode());
    }

    /// An account by command, whatever the mode is.
    public Registration create(NewAccount wish, boolean administrator, Origin origin) {
        return make(wish, administrator, origin, _ -> true, new Registration.Closed());
    }

    /// Leave for one person to register, good for a week.
    ///
    /// @return the code and when it expires; the code is not kept and cannot be shown again
    public Invitation invite(Actor inviter, Origin origin) {
        var code = OpaqueToken.random(OpaqueToken.Kind.INVITATION);
        return database.write(tx -> {
            var expiresAt = tx.now().plus(INVITATION_LIFE);
            invitations.add(tx, inviter.tenantId(), Digest.of(code), inviter.person(), expiresAt);
            audit.append(tx, new AuditEvent(inviter.tenantId(), "account.invited", "-", origin));
            return new Invitation(code, expiresAt);
        });
    }

    /// @param code shown once
    public record Invitation(String code, Instant expiresAt) {}

    /// A one-time code for [#setUp], good for an hour; none when there is an administrator already.
    public Optional<String> offerSetup() {
        if (database.read(this::hasAdministrator)) return Optional.empty();
        var code = OpaqueToken.random(OpaqueToken.Kind.SETUP_CODE);
        database.run(tx -> setup.add(tx, Tenant.MAIN, Digest.of(code), tx.now().plus(SETUP_CODE_LIFE)));
        return Optional.of(code);
    }

    /// Removes invitations and setup codes that nobody can use any more, a bounded part of them.
    ///
    /// @return how many were removed; as many as `most` when there may be more
    public int sweep(Tx tx, int most) {
        return Math.max(invitations.removeExpired(tx, most), setup.removeExpired(tx, most));
    }

    /// The password is hashed before the transaction begins, and before anybody asks whether the address is
    /// taken: it takes the same time either way.
    ///
    /// @param leave asked inside the transaction; whatever it spends is kept only if the account is
    /// @param withoutLeave the answer when it says no
    private Registration make(
            NewAccount wish, boolean administrator, Origin origin, Predicate<Tx> leave, Registration withoutLeave) {
        var objections = policy.judge(wish.password(), context(wish));
        if (!objections.isEmpty()) return new Registration.PasswordRefused(objections);
        return switch (passwords.hash(wish.password())) {
            case Hashing.Busy(var retryAfter) -> new Registration.Busy(retryAfter);
            case Hashing.Hashed(var hash) -> make(wish, hash, administrator, origin, leave, withoutLeave);
        };
    }

    private Registration make(
            NewAccount wish,
            String hash,
            boolean administrator,
            Origin origin,
            Predicate<Tx> leave,
            Registration withoutLeave) {
        try {
            return database.write(tx -> {
                if (accounts.findByEmail(tx, Tenant.MAIN, wish.email()).isPresent())
                    return new Registration.EmailTaken();
                if (!leave.test(tx)) return withoutLeave;
                return new Registration.Registered(add(tx, wish, hash, administrator, origin));
            });
        } catch (ConstraintViolation violation) {
            // Two registrations of one address at the same moment: the other came first.
            if (violation.isOf(UNIQUE_EMAIL)) return new Registration.EmailTaken();
            throw violation;
        }
    }

    private Account add(Tx tx, NewAccount wish, String hash, boolean administrator, Origin origin) {
        var now = tx.now();
        var account = new Account(
                Tenant.MAIN,
                TimeOrderedUuid.at(now),
                wish.email().strip(),
                false,
                wish.name(),
                wish.locale(),
                Account.Status.ACTIVE,
                0,
                now,
                now);
        accounts.add(tx, account);
        credentials.add(tx, account, hash);
        if (administrator) administrators.appoint(tx, account.tenantId(), account.id(), origin);
        var details = Map.of("administrator", Boolean.toString(administrator));
        audit.append(tx, new AuditEvent(account.tenantId(), "account.registered", account.subject(), origin, details));
        return account;
    }

    private boolean hasAdministrator(ReadTx tx) {
        return accounts.isAnyActive(tx, Tenant.MAIN, administrators.of(tx, Tenant.MAIN));
    }

    private static Stream<String> context(NewAccount wish) {
        return PasswordPolicy.contextOf(wish.email(), wish.name());
    }
}
