package dev.gatehouse.signin;

import dev.gatehouse.account.Account;
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
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.token.RefreshSecret;
import dev.gatehouse.token.RefreshTokens;
import java.util.Map;
import java.util.Optional;

/// Signs a person in by e-mail and password.
///
/// Three steps, so that no password is hashed inside a transaction: read what is known, compare, write what
/// follows. The throttle is asked in the first and again in the last: of many guesses sent at once, none counts
/// that comes after too many others have failed, even the right one.
public final class PasswordSignIn {

    private final Database database;
    private final Credentials credentials;
    private final Throttle throttle;
    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final AuditLog audit;

    public PasswordSignIn(
            Database database,
            Credentials credentials,
            Throttle throttle,
            Sessions sessions,
            RefreshTokens refreshTokens,
            AuditLog audit) {
        this.database = database;
        this.credentials = credentials;
        this.throttle = throttle;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.audit = audit;
    }

    /// @param userAgent as the browser or program names itself, for the person's list of sessions
    public SignIn signIn(String email, String password, Origin origin, Optional<String> userAgent) {
        var credential = database.read(tx -> credentials.findByEmail(tx, Tenant.MAIN, email));
        var guess = new Guess(
                Tenant.MAIN, email, credential.map(known -> known.account().id()), origin.address());
        var blocked = database.read(tx -> throttle.blocks(tx, guess));
        if (blocked.isPresent()) return new SignIn.Throttled(blocked.get());

        return switch (credentials.verify(credential, password)) {
            case Hashing.Busy(var retryAfter) -> new SignIn.Busy(retryAfter);
            case Verification.Differs _ -> database.write(tx -> refuse(tx, guess, origin));
            case Verification.Matches(var needsRehash) -> {
                var rehashed = needsRehash ? hashAgain(password) : Optional.<String>empty();
                var token = RefreshSecret.create();
                yield database.write(
                        tx -> accept(tx, guess, credential.orElseThrow(), rehashed, token, origin, userAgent));
            }
        };
    }

    private SignIn refuse(Tx tx, Guess guess, Origin origin) {
        var blocked = throttle.failed(tx, guess);
        note(tx, guess, "sign-in.failed", origin, Map.of("factor", "password"));
        return blocked.<SignIn>map(SignIn.Throttled::new).orElseGet(SignIn.WrongCredentials::new);
    }

    private SignIn accept(
            Tx tx,
            Guess guess,
            Credential credential,
            Optional<String> rehashed,
            RefreshSecret token,
            Origin origin,
            Optional<String> userAgent) {
        var blocked = throttle.blocks(tx, guess);
        if (blocked.isPresent()) return new SignIn.Throttled(blocked.get());

        // Read again: the account may have been disabled, removed or given another password while we compared.
        var present = credentials.findByEmail(tx, guess.tenantId(), guess.email());
        if (present.isEmpty() || !present.get().isSamePassword(credential)) return new SignIn.WrongCredentials();
        var account = present.get().account();
        throttle.succeeded(tx, guess);
        rehashed.ifPresent(hash -> credentials.rehash(tx, credential, hash));
        if (!account.isActive()) {
            note(tx, guess, "sign-in.refused", origin, Map.of("reason", "disabled"));
            return new SignIn.Disabled();
        }
        return begin(tx, account, guess, token, origin, userAgent);
    }

    private SignIn begin(
            Tx tx, Account account, Guess guess, RefreshSecret token, Origin origin, Optional<String> userAgent) {
        var session = sessions.begin(tx, account, origin, userAgent);
        refreshTokens.open(tx, session, token);
        var details = Map.of("factor", "password", "session", session.id().toString());
        note(tx, guess, "sign-in.succeeded", origin.actingAs(account.subject()), details);
        return new SignIn.SignedIn(new Standing(session, account), token);
    }

    /// When there is no room for it now, the old hash stays for another day.
    private Optional<String> hashAgain(String password) {
        return credentials.hash(password) instanceof Hashing.Hashed(var hash) ? Optional.of(hash) : Optional.empty();
    }

    private void note(Tx tx, Guess guess, String action, Origin origin, Map<String, String> details) {
        var subject = guess.account().map(Object::toString).orElse("-");
        audit.append(tx, new AuditEvent(guess.tenantId(), action, subject, origin, details));
    }
}
