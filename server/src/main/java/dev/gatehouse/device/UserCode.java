package dev.gatehouse.device;

import dev.gatehouse.secret.RandomValues;
import java.util.Locale;
import java.util.Optional;

/// The code that a device shows and a person types in: eight of twenty consonants, so that it is no word and nothing
/// in it looks like something else.
///
/// That is 34 bits. Nobody learns anything from a right one but which device waits; guessing is slowed down.
///
/// @param letters eight, without the dash
/// @spec https://www.rfc-editor.org/rfc/rfc8628#section-6.1 RFC 8628 §6.1
record UserCode(String letters) {

    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;

    /// Bytes from here on would make the first letters likelier than the others.
    private static final int FAIR = 256 / ALPHABET.length() * ALPHABET.length();

    UserCode {
        if (!isWellFormed(letters)) throw new IllegalArgumentException("not a user code");
    }

    static UserCode random() {
        var letters = new StringBuilder();
        while (letters.length() < LENGTH)
            for (byte each : RandomValues.bytes(LENGTH)) {
                int value = Byte.toUnsignedInt(each);
                if (value < FAIR && letters.length() < LENGTH)
                    letters.append(ALPHABET.charAt(value % ALPHABET.length()));
            }
        return new UserCode(letters.toString());
    }

    /// Reads what a person typed: in small letters, with a dash, a space or nothing between.
    static Optional<UserCode> read(String typed) {
        var letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return isWellFormed(letters) ? Optional.of(new UserCode(letters)) : Optional.empty();
    }

    /// As people see it: `WDJB-MJHT`.
    String shown() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }

    private static boolean isWellFormed(String letters) {
        return letters.length() == LENGTH && letters.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
    }

    @Override
    public String toString() {
        return "UserCode[secret]";
    }
}
