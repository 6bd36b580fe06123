package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final PasswordPolicy POLICY = new PasswordPolicy(PasswordPolicy.DEFAULT_MINIMUM_LENGTH);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nine herons over a frozen lake",
                "onlysmalllettersbutnotaword",
                "48213 97016 35529",
                "%&/()=?*+~#':;_<>|",
                "🦊🐢🦉🐙🦋🐌🦔🐬🦩🐝🦎🐘🦦🐪🦚",
                "пятница тринадцатое утро",
                "alice likes to solve riddles",
                "kjhgfdsa is what my cat typed",
            })
    void what_is_long_and_ones_own_may_be_chosen_whatever_it_is_made_of(String password) {
        assertThat(rules(POLICY, password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hzqx pfkw, min_length",
        "fourteen chars, min_length",
        "aaaabbbbaaaabbbbaaaa, repeats",
        "abcdefghijklmnopqr, runs",
        "zyxwvutsrqponmlkj, runs",
        "0123456789012345, runs",
        "qwertyuiopasdfghj, runs",
        "passwordpassword, common",
        "P@ssw0rd2024!!!!, common",
        "alice.liddell@wonderland.example, context",
        "alice.liddell-2026, context",
        "liddell.alice.wonderland, context",
        "LIDDELL LIDDELL 99, context",
        "gatehouse-gatehouse, context",
    })
    void what_an_attacker_tries_first_is_refused_by_its_rule(String password, String rule) {
        assertThat(rules(POLICY, password)).containsExactly(rule);
    }

    @Test
    void every_objection_is_made_at_once() {
        assertThat(rules(POLICY, "alice.liddell")).containsExactlyInAnyOrder("min_length", "context");
    }

    @Test
    void a_name_beside_enough_of_ones_own_is_no_objection() {
        assertThat(rules(POLICY, "alice and 8 more of us")).isEmpty();
    }

    @Test
    void composed_and_decomposed_letters_count_the_same() {
        assertThat(rules(new PasswordPolicy(8), "ёжикивтумане")).isEmpty();
        assertThat(rules(new PasswordPolicy(8), "ёбйцгжв")).containsExactly("min_length");
        assertThat(rules(new PasswordPolicy(8), "е\u0308би\u0306цгжв")).containsExactly("min_length");
    }

    @Test
    void the_least_length_may_be_lowered_and_the_greatest_is_fixed() {
        assertThat(rules(new PasswordPolicy(8), "hzqxpfkw")).isEmpty();
        assertThat(rules(POLICY, "wolf den ".repeat(114))).contains("max_length");
        assertThat(rules(POLICY, "wolf den, ".repeat(102))).doesNotContain("max_length");
    }

    private static Iterable<String> rules(PasswordPolicy policy, String password) {
        var context = PasswordPolicy.contextOf("alice.liddell@wonderland.example", Optional.of("Alice Liddell"));
        return policy.judge(password, context).stream()
                .map(PasswordPolicy.Objection::rule)
                .toList();
    }
}
