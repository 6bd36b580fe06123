package dev.gatehouse.grant;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// The parameter `scope`: words with spaces between, each once.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-3.3 RFC 6749 §3.3
final class Scopes {

    private Scopes() {}

    static SequencedSet<String> words(String text) {
        var words = new LinkedHashSet<>(Arrays.asList(text.strip().split(" +")));
        words.remove("");
        return words;
    }
}
