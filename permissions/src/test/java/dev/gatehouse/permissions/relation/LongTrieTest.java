package dev.gatehouse.permissions.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LongTrieTest {

    @Test
    void it_holds_what_a_map_holds_and_every_one_before_stays_as_it_was() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var tries = new ArrayList<LongTrie<Integer>>();
        var maps = new ArrayList<Map<Long, Integer>>();
        var trie = LongTrie.<Integer>empty();
        var map = new HashMap<Long, Integer>();
        for (var index = 0; index < 20_000; index++) {
            var key = (long) random.nextInt(200) << 32 | random.nextInt(100);
            trie = trie.with(key, index);
            map.put(key, index);
            if (index % 2_000 != 0) continue;
            tries.add(trie);
            maps.add(Map.copyOf(map));
        }
        for (var moment = 0; moment < tries.size(); moment++) {
            assertThat(all(tries.get(moment))).as("seed %d", seed).isEqualTo(maps.get(moment));
            for (var key = 0L; key < 300; key++)
                assertThat(tries.get(moment).get(key << 32))
                        .as("seed %d", seed)
                        .isEqualTo(maps.get(moment).get(key << 32));
        }
    }

    /// What it occupies is counted as it grows; one that grew otherwise counts the same.
    @Test
    void it_counts_the_same_however_it_grew() {
        var keys = new Random(7).longs(5_000).boxed().collect(Collectors.toCollection(ArrayList::new));
        var first = LongTrie.<Integer>empty();
        for (var key : keys) first = first.with(key, 1);
        Collections.shuffle(keys, new Random(8));
        var second = LongTrie.<Integer>empty();
        for (var key : keys) second = second.with(key, 1).with(keys.getFirst(), 2);
        assertThat(second.bytes()).isEqualTo(first.bytes()).isGreaterThan(5_000 * 12);
        assertThat(LongTrie.empty().bytes()).isLessThan(200);
    }

    @Test
    void nothing_is_found_in_an_empty_one() {
        assertThat(LongTrie.empty().get(0)).isNull();
        assertThat(LongTrie.empty().get(-1)).isNull();
    }

    private static Map<Long, Integer> all(LongTrie<Integer> trie) {
        var all = new HashMap<Long, Integer>();
        trie.forEach(all::put);
        return all;
    }
}
