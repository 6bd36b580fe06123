package dev.gatehouse.permissions.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private static final Pattern OBJECT = Pattern.compile("[^:#@\\s]{1,254}:[^#\\s]+");
    private static final Pattern USER = Pattern.compile("[^:#@\\s]{1,254}:[^#\\s]+(#[^:#@\\s]{1,50})?");
    private static final String[] LETTERS = {
        "a", "b", ":", ":", "#", "@", "*", " ", "\t", "\u000b", "\n", "\u001c", "\u00a0", "é", "😀"
    };

    @Test
    void names_are_read_as_two_patterns_would_read_them() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            var name = name(random);
            assertThat(Spelling.isObject(name)).as("%s, seed %d", name, seed).isEqualTo(matches(OBJECT, name));
            assertThat(Spelling.isUser(name)).as("%s, seed %d", name, seed).isEqualTo(matches(USER, name));
        }
    }

    /// A character may be two chars long.
    @Test
    void lengths_are_counted_in_characters() {
        for (var letter : new String[] {"a", "😀"}) {
            assertThat(Spelling.isObject(letter.repeat(254) + ":a")).isTrue();
            assertThat(Spelling.isObject(letter.repeat(255) + ":a")).isFalse();
            assertThat(Spelling.isUser("a:b#" + letter.repeat(50))).isTrue();
            assertThat(Spelling.isUser("a:b#" + letter.repeat(51))).isFalse();
        }
    }

    private static String name(Random random) {
        var name = new StringBuilder();
        for (int length = random.nextInt(9); length > 0; length--)
            name.append(LETTERS[random.nextInt(3) == 0 ? random.nextInt(LETTERS.length) : random.nextInt(5)]);
        return name.toString();
    }

    private static boolean matches(Pattern pattern, String name) {
        return pattern.matcher(name).matches();
    }
}
