package dev.gatehouse.web.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Forms against the JDK's own encoder, and against noise.
class PairsPropertyTest {
    private static final int ROUNDS = 3000;
    private static final String NOISE = "ab=&%+4fF0cC28\n\0 äé\u20ac;#?\"";

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void what_the_jdk_encodes_is_read_back_as_it_was() {
        for (int round = 0; round < ROUNDS; round++) {
            var expected = new LinkedHashMap<String, List<String>>();
            var sent = new ArrayList<String>();
            for (int i = random.nextInt(6); i > 0; i--) {
                var name = text();
                var value = text();
                expected.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
                sent.add(encoded(name) + "=" + encoded(value));
            }
            var pairs = Pairs.parse(String.join("&", sent));
            assertThat(pairs.faults()).as("seed %d, round %d", seed, round).isEmpty();
            assertThat(pairs.values()).as("seed %d, round %d", seed, round).isEqualTo(expected);
        }
    }

    @Test
    void noise_is_told_or_read_and_never_half_of_it() {
        for (int round = 0; round < ROUNDS; round++) {
            var raw = NOISE.chars()
                    .mapToObj(_ -> NOISE.charAt(random.nextInt(NOISE.length())) + "")
                    .collect(Collectors.joining());
            var pairs = Pairs.parse(raw);
            int read = pairs.values().values().stream().mapToInt(List::size).sum();
            long pieces = List.of(raw.split("&")).stream()
                    .filter(piece -> !piece.isEmpty())
                    .count();
            assertThat(read + pairs.faults().size())
                    .as("seed %d, round %d: %s", seed, round, raw)
                    .isEqualTo((int) pieces);
        }
    }

    private String text() {
        return random.ints(random.nextInt(8) + 1, 0, 4)
                .mapToObj(kind -> Character.toString(character(random, kind)))
                .collect(Collectors.joining());
    }

    private static int character(RandomGenerator random, int kind) {
        return switch (kind) {
            case 0 -> random.nextInt(1, 0x7f);
            case 1 -> random.nextInt(0xa0, 0xd800);
            case 2 -> random.nextInt(0xe000, 0xfffe);
            default -> random.nextInt(0x10000, 0x110000);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
