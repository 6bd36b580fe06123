package dev.gatehouse.account;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which passwords may be chosen. Length and novelty count; what it is composed of does not.
///
/// @param minimumLength in code points; 15 where a password is the only factor
/// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver NIST SP 800-63B-4 §3.1.1.2
public record PasswordPolicy(int minimumLength) {

    public static final int DEFAULT_MINIMUM_LENGTH = 15;
    public static final int MAXIMUM_LENGTH = 1024;

    /// What must be left of a password once everything is taken out of it that an attacker tries first.
    private static final int OWN_PART = 8;

    /// Shorter words are in too many good passwords by chance.
    private static final int CONTEXT_WORD = 4;

    /// Why a password was refused.
    ///
    /// @param rule short name of the rule, for programs
    /// @param message what to do, for people
    public record Objection(String rule, String message) {}

    /// @param context words that an attacker tries first: the e-mail address, the name, the service
    /// @return every objection; none when the password may be chosen
    public List<Objection> judge(String password, Stream<String> context) {
        var composed = compose(password);
        var objections = new ArrayList<Objection>();
        // Looked at no further: what is endless would cost endless work.
        var endless = tooLong(composed);
        if (endless.isPresent()) return List.of(endless.get());
        tooShort(composed).ifPresent(objections::add);
        tooPlain(composed, context).ifPresent(objections::add);
        return objections;
    }

    /// What an attacker tries first at this person's account.
    static Stream<String> contextOf(String email, Optional<String> name) {
        return Stream.of(
                        Stream.of(email, Email.localPart(email), Email.domain(email), "gatehouse"),
                        Stream.of(Email.domain(email).split("\\.")),
                        Stream.of(Email.localPart(email).split("[._+-]")),
                        name.stream().flatMap(full -> Stream.of(full.split("\\s+"))))
                .flatMap(words -> words);
    }

    /// The form in which a password is counted, compared and hashed: the same keys give the same password on
    /// every device.
    static String compose(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private Optional<Objection> tooShort(String password) {
        var length = password.codePointCount(0, password.length());
        return length >= minimumLength
                ? Optional.empty()
                : objection("min_length", "Use at least %d characters; this has %d.".formatted(minimumLength, length));
    }

    private static Optional<Objection> tooLong(String password) {
        return password.codePointCount(0, password.length()) <= MAXIMUM_LENGTH
                ? Optional.empty()
                : objection("max_length", "Use at most %d characters.".formatted(MAXIMUM_LENGTH));
    }

    private static Optional<Objection> tooPlain(String password, Stream<String> context) {
        var folded = password.toLowerCase(Locale.ROOT);
        if (folded.codePoints().distinct().count() < 5)
            return objection("repeats", "Do not repeat a few characters; take several words instead.");
        if (isRun(folded)) return objection("runs", "Do not follow the alphabet, the digits or the keyboard.");
        if (CommonPasswords.contains(folded))
            return objection("common", "This is among the most used passwords; choose another.");
        return isOwn(folded, context)
                ? Optional.empty()
                : objection("context", "Do not build it from your e-mail address, your name or this service's name.");
    }

    private static boolean isOwn(String folded, Stream<String> context) {
        var rest = context.map(word -> compose(word).toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= CONTEXT_WORD)
                .distinct()
                .reduce(folded, (left, word) -> left.replace(word, ""));
        // Signs are worth as much as letters, but not as a fringe around one's own name.
        return rest.equals(folded)
                || rest.codePoints().filter(Character::isLetterOrDigit).count() >= OWN_PART;
    }

    private static boolean isRun(String folded) {
        return Stream.of("abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm")
                .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
                .anyMatch(row -> (row + row).contains(folded));
    }

    private static Optional<Objection> objection(String rule, String message) {
        return Optional.of(new Objection(rule, message));
    }
}
