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
import dev.gatehouse.session.BrowserSessions;
import dev.gatehouse.session.CookieSecret;
import dev.gatehouse.session.Session;
import dev.gatehouse.session.Sessions;
import dev.gatehouse.session.Standing;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.token.Confirmation;
import dev.gatehouse.token.RefreshSecret;
import dev.gatehouse.token.RefreshTokens;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

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
    private final BrowserSessions browserSessions;
    private final RefreshTokens refreshTokens;
    private final AuditLog audit;

    public PasswordSignIn(
            Database database,
            Credentials credentials,
            Throttle throttle,
            Sessions sessions,
            BrowserSessions browserSessions,
            RefreshTokens refreshTokens,
            AuditLog audit) {
        this.database = database;
        this.credentials = credentials;
        this.throttle = throttle;
        this.sessions = sessions;
        this.browserSessions = browserSessions;
        this.refreshTokens = refreshTokens;
        this.audit = audit;
    }

    /// Begins a session of a program, which keeps it by tokens.
    ///
    /// @param userAgent as the browser or program names itself, for the person's list of sessions
    /// @param boundTo what its refresh tokens will ask for
    public SignIn<RefreshSecret> signIn(
            String email, String password, Origin origin, Optional<String> userAgent, Confirmation boundTo) {
        var token = RefreshSecret.create();
        return signIn(email, password, origin, token, (tx, account) -> {
            var session = sessions.begin(tx, account, origin, userAgent);
            refreshTokens.open(tx, session, token, boundTo);
            return session;
        });
    }

    /// Begins a session of a browser, which keeps it by a cookie.
    ///
    /// @param present the session that lives in this browser now
    SignIn<CookieSecret> signInBrowser(
            String email, String password, Origin origin, Optional<String> userAgent, Optional<Session> present) {
        var secret = CookieSecret.create();
        return signIn(
                email,
                password,
                origin,
                secret,
                (tx, account) -> browserSessions.begin(tx, account, secret, present, origin, userAgent));
    }

    /// Whoever has just registered has chosen the password a moment ago, and is not asked for it again.
    ///
    /// @return nothing when the account is gone or disabled already
    Optional<CookieSecret> welcome(
            Account registered, Origin origin, Optional<String> userAgent, Optional<Session> present) {
        var secret = CookieSecret.create();
        var guess =
                new Guess(registered.tenantId(), registered.email(), Optional.of(registered.id()), origin.address());
        return database.<Optional<Standing>>write(tx -> credentials
                        .findByEmail(tx, registered.tenantId(), registered.email())
                        .map(Credential::account)
                        .filter(account -> account.id().equals(registered.id()) && account.isActive())
                        .map(account -> begin(
                                tx,
                                account,
                                guess,
                                origin,
                                (open, who) -> browserSessions.begin(open, who, secret, present, origin, userAgent))))
                .map(_ -> secret);
    }

    /// @param opening begins the session, in the transaction that it is given
    private <P> SignIn<P> signIn(
            String email, String password, Origin origin, P proof, BiFunction<Tx, Account, Session> opening) {
        var credential = database.read(tx -> credentials.findByEmail(tx, Tenant.MAIN, email));
        var guess = new Guess(
                Tenant.MAIN, email, credential.map(known -> known.account().id()), origin.address());
        var blocked = database.read(tx -> throttle.blocks(tx, guess));
        if (blocked.isPresent()) return new SignIn.Throttled<>(blocked.get());

        return switch (credentials.verify(credential, password)) {
            case Hashing.Busy(var retryAfter) -> new SignIn.Busy<>(retryAfter);
            case Verification.Differs _ -> database.<SignIn<P>>write(tx -> refuse(tx, guess, origin));
            case Verification.Matches(var needsRehash) -> {
                var rehashed = needsRehash ? hashAgain(password) : Optional.<String>empty();
                yield database.<SignIn<P>>write(
                        tx -> accept(tx, guess, credential.orElseThrow(), rehashed, origin, proof, opening));
            }
        };
    }

    private <P> SignIn<P> refuse(Tx tx, Guess guess, Origin origin) {
        var blocked = throttle.failed(tx, guess);
        note(tx, guess, "sign-in.failed", origin, Map.of("factor", "password"));
        return blocked.<SignIn<P>>map(SignIn.Throttled::new).orElseGet(SignIn.WrongCredentials::new);
    }

    private <P> SignIn<P> accept(
            Tx tx,
            Guess guess,
            Credential credential,
            Optional<String> rehashed,
            Origin origin,
            P proof,
            BiFunction<Tx, Account, Session> opening) {
        var blocked = throttle.blocks(tx, guess);
        if (blocked.isPresent()) return new SignIn.Throttled<>(blocked.get());

        // Read again: the account may have been disabled, removed or given another password while we compared.
        var present = credentials.findByEmail(tx, guess.tenantId(), guess.email());
        if (present.isEmpty() || !present.get().isSamePassword(credential)) return new SignIn.WrongCredentials<>();
        var account = present.get().account();
        throttle.succeeded(tx, guess);
        rehashed.ifPresent(hash -> credentials.rehash(tx, credential, hash));
        if (!account.isActive()) {
            note(tx, guess, "sign-in.refused", origin, Map.of("reason", "disabled"));
            return new SignIn.Disabled<>();
        }
        return new SignIn.SignedIn<>(begin(tx, account, guess, origin, opening), proof);
    }

    private Standing begin(
            Tx tx, Account account, Guess guess, Origin origin, BiFunction<Tx, Account, Session> opening) {
        var session = opening.apply(tx, account);
        var details = Map.of("factor", "password", "session", session.id().toString());
        note(tx, guess, "sign-in.succeeded", origin.actingAs(account.subject()), details);
        return new Standing(session, account);
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
