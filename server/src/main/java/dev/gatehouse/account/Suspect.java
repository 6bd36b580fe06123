package dev.gatehouse.account;

import java.time.Duration;

/// One thing that failed guesses are held against.
///
/// @param digest of the address or the e-mail, so that the table lists neither
record Suspect(Kind kind, String digest) {

    enum Kind {
        /// Whoever guesses from one network address, at whichever account. Many people may sit behind one.
        ADDRESS(30, Duration.ofMinutes(5)),
        /// One account, guessed at by strangers from anywhere.
        ACCOUNT(5, Duration.ofMinutes(15)),
        /// One account, from an address at which its owner signed in before.
        FAMILIAR(10, Duration.ofMinutes(5)),
        /// Whoever types in codes of devices, from one network address.
        CODE_ADDRESS(30, Duration.ofMinutes(5)),
        /// One account whose person types in codes of devices.
        CODE_ACCOUNT(10, Duration.ofMinutes(15));

        private final int allowance;
        private final Duration longest;

        Kind(int allowance, Duration longest) {
            this.allowance = allowance;
            this.longest = longest;
        }

        /// How long to wait before the next guess: nothing at first, then 1 s, 2 s, 4 s … up to the longest.
        Duration delayAfter(int failures) {
            if (failures < allowance) return Duration.ZERO;
            var doublings = Math.min(failures - allowance, 20);
            var delay = Duration.ofSeconds(1L << doublings);
            return delay.compareTo(longest) < 0 ? delay : longest;
        }
    }
}
