package dev.gatehouse.web.language;

/// Texts in every language that we speak.
///
/// `T` is an interface with a method a text, `String attemptsLeft(int count)`, and each language implements it:
/// what one language lacks does not compile.
public record Words<T>(T english, T russian) {
    public T in(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case RUSSIAN -> russian;
        };
    }
}
