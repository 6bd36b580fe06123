package dev.gatehouse.signin;

import dev.gatehouse.account.Account;
import dev.gatehouse.account.Accounts;
import dev.gatehouse.account.Credential;
import dev.gatehouse.account.Credentials;
import dev.gatehouse.account.Guess;
import dev.gatehouse.account.Throttle;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.Hashing;
import dev.gatehouse.secret.Verification;
import dev.gatehouse.session.Sessions;
import dev.gatehouse.session.Standing;
import java.util.Optional;

/// Gives a person a new password, for the current one.
///
/// A stolen session must not be enough to guess on: wrong current passwords are slowed down like failed sign-ins.
public final class PasswordChanger {

    private final Database database;
    private final Accounts accounts;
    private final Credentials credentials;
    private final Throttle throttle;
    private final Sessions sessions;
    private final AuditLog audit;

    public PasswordChanger(
            Database database,
            Accounts accounts,
            Credentials credentials,
            Throttle throttle,
            Sessions sessions,
            AuditLog audit) {
        this.database = database;
        this.accounts = accounts;
        this.credentials = credentials;
        this.throttle = throttle;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// @param endOthers whether every session but this one ends
    public PasswordChange change(Standing standing, String current, String wanted, boolean endOthers, Origin origin) {
        var account = standing.account();
        var guess = new Guess(account.tenantId(), account.email(), Optional.of(account.id()), origin.address());
        var blocked = database.read(tx -> throttle.blocks(tx, guess));
        if (blocked.isPresent()) return new PasswordChange.Throttled(blocked.get());

        var credential = database.read(tx -> credentials.find(tx, account));
        return switch (credentials.verify(credential, current)) {
            case Hashing.Busy(var retryAfter) -> new PasswordChange.Busy(retryAfter);
            case Verification.Differs _ -> database.write(tx -> refuse(tx, guess, account, origin));
            case Verification.Matches _ -> choose(standing, credential.orElseThrow(), guess, wanted, endOthers, origin);
        };
    }

    private PasswordChange choose(
            Standing standing, Credential current, Guess guess, String wanted, boolean endOthers, Origin origin) {
        var objections = credentials.judge(standing.account(), wanted);
        if (!objections.isEmpty()) return new PasswordChange.Refused(objections);
        return switch (credentials.hash(wanted)) {
            case Hashing.Busy(var retryAfter) -> new PasswordChange.Busy(retryAfter);
            case Hashing.Hashed(var hash) ->
                database.write(tx -> keep(tx, standing, current, guess, hash, endOthers, origin));
        };
    }

    private PasswordChange keep(
            Tx tx, Standing standing, Credential current, Guess guess, String hash, boolean endOthers, Origin origin) {
        var account = standing.account();
        var blocked = throttle.blocks(tx, guess);
        if (blocked.isPresent()) return new PasswordChange.Throttled(blocked.get());
        var changed = credentials.change(tx, current, hash);
        if (!changed) return new PasswordChange.WrongPassword();

        if (endOthers) {
            var own = standing.session().id();
            accounts.beginNewSessionEpoch(tx, account.tenantId(), account.id(), Optional.of(own), origin)
                    .ifPresent(renewed -> sessions.carryOver(tx, renewed, own));
        }
        audit.append(tx, new AuditEvent(account.tenantId(), "password.changed", account.subject(), origin));
        return new PasswordChange.Changed();
    }

    private PasswordChange refuse(Tx tx, Guess guess, Account account, Origin origin) {
        var blocked = throttle.failed(tx, guess);
        audit.append(tx, new AuditEvent(account.tenantId(), "password.refused", account.subject(), origin));
        return blocked.<PasswordChange>map(PasswordChange.Throttled::new).orElseGet(PasswordChange.WrongPassword::new);
    }
}
