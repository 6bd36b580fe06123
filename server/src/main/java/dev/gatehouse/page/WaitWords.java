package dev.gatehouse.page;

import dev.gatehouse.web.language.Plural;
import java.time.Duration;

/// How long somebody has to wait, in words: in seconds while people count those.
public final class WaitWords {

    private static final long LONGEST_IN_SECONDS = 90;

    private WaitWords() {}

    public static String english(Duration wait) {
        return isInSeconds(wait)
                ? seconds(wait) + " " + Plural.english(seconds(wait), "second", "seconds")
                : minutes(wait) + " " + Plural.english(minutes(wait), "minute", "minutes");
    }

    /// In the accusative, as after "подождите".
    public static String russian(Duration wait) {
        return isInSeconds(wait)
                ? seconds(wait) + " " + Plural.russian(seconds(wait), "секунду", "секунды", "секунд")
                : minutes(wait) + " " + Plural.russian(minutes(wait), "минуту", "минуты", "минут");
    }

    /// At least one, for `Retry-After`.
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static boolean isInSeconds(Duration wait) {
        return wait.toSeconds() <= LONGEST_IN_SECONDS;
    }

    private static long minutes(Duration wait) {
        return wait.plusSeconds(59).toMinutes();
    }
}
