package dev.gatehouse.account;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Slows guessing down, more with each failure, and locks nobody out for good.
///
/// Failures count against the address they come from and against the account they aim at; both waits grow and
/// both are bounded. An owner is not held up by strangers: where he signed in before, only failures from there
/// count. It works on the e-mail as typed, so that an address without an account is slowed down just the same.
///
/// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#ratelimit NIST SP 800-63B-4 §3.2.2
public final class Throttle {

    private final ThrottleStore store = new ThrottleStore();

    /// @return how long the caller has to wait; empty when he may go on
    public Optional<Duration> blocks(ReadTx tx, Guess guess) {
        return longest(
                tx,
                suspects(tx, guess).stream()
                        .flatMap(suspect -> store.blockedUntil(tx, guess.tenantId(), suspect).stream()));
    }

    /// Counts a failure.
    ///
    /// @return how long the caller had to wait already, because of failures that came first; empty when he was
    ///     free
    ///     to guess
    public Optional<Duration> failed(Tx tx, Guess guess) {
        // Every suspect is counted before any answer is looked at.
        var blocks = suspects(tx, guess).stream()
                .map(suspect -> store.fail(tx, guess.tenantId(), suspect))
                .toList();
        return longest(tx, blocks.stream().flatMap(Optional::stream));
    }

    /// Forgets the failures at this account. Those of the address stay: else whoever has an account of his own
    /// could clear his record with it between guesses at others.
    public void succeeded(Tx tx, Guess guess) {
        var aim = aim(tx, guess);
        store.forget(tx, guess.tenantId(), aim);
        guess.account().ifPresent(account -> store.makeFamiliar(tx, guess.tenantId(), account, place(guess)));
    }

    /// Removes failures that no longer count and addresses that are no longer familiar, a bounded part of them.
    ///
    /// @return how many were removed; as many as `most` when there may be more
    public int sweep(Tx tx, int most) {
        return store.removeOld(tx, most);
    }

    private static Optional<Duration> longest(ReadTx tx, Stream<Instant> blockedUntil) {
        return blockedUntil
                .max(Instant::compareTo)
                .map(until -> Duration.between(tx.now(), until))
                .filter(Duration::isPositive);
    }

    private List<Suspect> suspects(ReadTx tx, Guess guess) {
        return List.of(new Suspect(Suspect.Kind.ADDRESS, Digest.of(Ipv6.network(guess.address()))), aim(tx, guess));
    }

    private Suspect aim(ReadTx tx, Guess guess) {
        var email = Email.key(guess.email());
        return isFamiliar(tx, guess)
                ? new Suspect(Suspect.Kind.FAMILIAR, Digest.of(email + " " + Ipv6.network(guess.address())))
                : new Suspect(Suspect.Kind.ACCOUNT, Digest.of(email));
    }

    private boolean isFamiliar(ReadTx tx, Guess guess) {
        return guess.account()
                .filter(account -> store.isFamiliar(tx, guess.tenantId(), account, place(guess)))
                .isPresent();
    }

    private static String place(Guess guess) {
        return Digest.of(Ipv6.network(guess.address()));
    }
}
