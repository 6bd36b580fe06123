package dev.gatehouse.account;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Slows down whoever types in codes that no device shows. Such codes are short, since people type them; what
/// keeps them from being guessed is that a guess costs time, for the account and for the network address.
///
/// A code that is right forgives nothing: anybody can get himself right ones and type them in between
/// guesses.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8628#section-5.1 RFC 8628 §5.1
public final class CodeGuesses {

    private final ThrottleStore store = new ThrottleStore();

    /// @param address the network address from which it comes
    public record Guesser(String tenantId, UUID accountId, String address) {}

    /// Asked before a guess is looked at. Guesses of one account, and of one network, come one after another:
    /// each knows whether the one before was wrong.
    ///
    /// @return how long the caller has to wait; empty when he may go on
    public Optional<Duration> blocks(Tx tx, Guesser guesser) {
        for (var suspect : suspects(guesser)) store.takeTurn(tx, guesser.tenantId(), suspect);
        return longest(
                tx,
                suspects(guesser).stream()
                        .flatMap(suspect -> store.blockedUntil(tx, guesser.tenantId(), suspect).stream()));
    }

    /// Counts a code that was wrong.
    public void failed(Tx tx, Guesser guesser) {
        for (var suspect : suspects(guesser)) store.fail(tx, guesser.tenantId(), suspect);
    }

    private static Optional<Duration> longest(ReadTx tx, Stream<Instant> blockedUntil) {
        return blockedUntil
                .max(Instant::compareTo)
                .map(until -> Duration.between(tx.now(), until))
                .filter(Duration::isPositive);
    }

    private static List<Suspect> suspects(Guesser guesser) {
        return List.of(
                new Suspect(Suspect.Kind.CODE_ADDRESS, Digest.of(Ipv6.network(guesser.address()))),
                new Suspect(
                        Suspect.Kind.CODE_ACCOUNT, Digest.of(guesser.accountId().toString())));
    }
}
