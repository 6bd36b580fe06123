package dev.gatehouse.web.shape;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each type and each rule, in and out again.
class ScalarsTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private final Shapes shapes = new Shapes(() -> NOON);

    enum Colour {
        DARK_RED,
        @Name("S256")
        SHA_256
    }

    record Everything(
            String text,
            int number,
            long large,
            Integer boxed,
            double real,
            BigDecimal exact,
            boolean flag,
            UUID uuid,
            Instant instant,
            LocalDate date,
            Duration duration,
            URI uri,
            Locale locale,
            Colour colour,
            List<Integer> list,
            Set<String> set,
            Map<String, List<Colour>> map,
            Object any,
            Optional<Everything> nested) {}

    record AnInt(int value) {}

    record ALong(long value) {}

    record ADouble(double value) {}

    record ADecimal(BigDecimal value) {}

    record AUuid(UUID value) {}

    record AnInstant(Instant value) {}

    record ADate(LocalDate value) {}

    record ADuration(Duration value) {}

    record AUri(URI value) {}

    record ALocale(Locale value) {}

    record ABoolean(boolean value) {}

    record AString(String value) {}

    record ASet(Set<Integer> value) {}

    record AMap(Map<String, Integer> value) {}

    record AnAny(Object value) {}

    record Ruled(
            Optional<@NotEmpty List<String>> notEmpty,
            Optional<@Positive Integer> positive,
            Optional<@PositiveOrZero Long> zero,
            Optional<@DecimalMin(value = "0.5", inclusive = false) @DecimalMax("1.5") BigDecimal> range,
            Optional<@Pattern(regexp = "[a-z]+", message = "must be lower case letters") String> pattern,
            Optional<@Past Instant> past,
            Optional<@PastOrPresent Instant> pastOrPresent,
            Optional<@Future LocalDate> future,
            Optional<@AssertTrue Boolean> accepted,
            Optional<@Size(min = 2, max = 3) String> size) {}

    private Reading read(Class<?> type, String json) {
        return new BodyReader(shapes.of(type)).read(json.getBytes(StandardCharsets.UTF_8));
    }

    private String rule(Class<?> type, String value) {
        return switch (read(type, "{\"value\":" + value + "}")) {
            case Reading.Read _ -> "fine";
            case Reading.Faulty(var faults) ->
                String.join(" ", faults.stream().map(Fault::rule).toList());
            case Reading.NotJson _ -> "not json";
        };
    }

    @Test
    void what_was_read_is_written_the_same_way() {
        var json = """
                {"text":"ä\\"\\\\\\n😀\\u0001","number":-7,"large":9223372036854775807,"boxed":0,"real":1.5,"exact":12345678901234567890.10,"flag":true,\
                "uuid":"0197e2c5-3f4e-7c3a-9f7d-0a1b2c3d4e5f","instant":"2026-01-31T12:00:00.123456Z","date":"2026-02-28","duration":"PT15M",\
                "uri":"https://example.com/a?b#c","locale":"pt-BR","colour":"S256","list":[1,2],"set":["b","a"],"map":{"x y":["dark_red"]},\
                "any":{"a":[1,2.5,"x",true,null]}}""";
        var value = ((Reading.Read) read(Everything.class, json)).value();
        assertThat(new String(new JsonWriter(shapes).write(shapes.of(Everything.class), value), StandardCharsets.UTF_8))
                .isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | fine",
                "-2147483648 | fine",
                "2147483648 | format",
                "1.0 | type",
                "1e2 | type",
                "\"1\" | type",
                "true | type",
                "null | null",
                "[] | type",
                "99999999999999999999 | format"
            })
    void an_int_is_an_int(String value, String verdict) {
        assertThat(rule(AnInt.class, value)).isEqualTo(verdict);
    }

    @Test
    void other_numbers_are_exact_and_finite() {
        assertThat(rule(ALong.class, "9223372036854775808")).isEqualTo("format");
        assertThat(rule(ADouble.class, "1")).isEqualTo("fine");
        assertThat(rule(ADouble.class, "1e999")).isEqualTo("format");
        assertThat(rule(ADecimal.class, "1e99999")).isEqualTo("format");
        assertThat(rule(ADecimal.class, "1e2000")).isEqualTo("format");
        assertThat(rule(ADecimal.class, "1".repeat(101))).isEqualTo("not json");
        assertThat(rule(ABoolean.class, "\"true\"")).isEqualTo("type");
        assertThat(rule(ABoolean.class, "0")).isEqualTo("type");
        assertThat(rule(AString.class, "7")).isEqualTo("type");
    }

    @Test
    void text_with_a_form_keeps_it() {
        assertThat(rule(AUuid.class, "\"0197E2C5-3F4E-7C3A-9F7D-0A1B2C3D4E5F\""))
                .isEqualTo("fine");
        assertThat(rule(AUuid.class, "\"1-1-1-1-1\"")).isEqualTo("format");
        for (var bad : new String[] {
            "2026-01-31",
            "2026-01-31T12:00:00",
            "2026-01-31 12:00:00Z",
            "2026-02-30T12:00:00Z",
            "2026-01-31T12:00Z",
            "2026-01-31T25:00:00Z",
            "1769860800"
        }) {
            assertThat(rule(AnInstant.class, "\"" + bad + "\"")).as(bad).isEqualTo("format");
        }
        assertThat(((AnInstant) ((Reading.Read) read(AnInstant.class, "{\"value\":\"2026-01-31t13:00:00+01:00\"}"))
                                .value())
                        .value())
                .isEqualTo(NOON);
        assertThat(rule(ADate.class, "\"2026-02-30\"")).isEqualTo("format");
        assertThat(rule(ADuration.class, "\"15m\"")).isEqualTo("format");
        for (var bad : new String[] {"example.com", "/path", "https://exa mple.com", "https://ä.example/", "", ":"})
            assertThat(rule(AUri.class, "\"" + bad + "\"")).as(bad).isEqualTo("format");
        for (var bad : new String[] {"", "en_US", "x", "toolonglanguage"})
            assertThat(rule(ALocale.class, "\"" + bad + "\"")).as(bad).isEqualTo("format");
    }

    @Test
    void a_set_and_a_map_hold_nothing_twice() {
        assertThat(rule(ASet.class, "[1,2,1]")).isEqualTo("duplicate");
        assertThat(rule(AMap.class, "{\"a\":1,\"a\":2}")).isEqualTo("duplicate");
        assertThat(rule(AMap.class, "{\"a\":\"x\",\"a\":2}")).isEqualTo("type duplicate");
        assertThat(rule(AMap.class, "{\"\\u0000\":1}")).isEqualTo("characters");
        assertThat(rule(AnAny.class, "{\"a\":{\"b\":1,\"b\":1}}")).isEqualTo("duplicate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not_empty | [] | size",
                "not_empty | [\"a\"] | ",
                "positive | 0 | positive",
                "positive | 1 | ",
                "zero | -1 | positive_or_zero",
                "zero | 0 | ",
                "range | 0.5 | min",
                "range | 0.51 | ",
                "range | 1.5 | ",
                "range | 1.51 | max",
                "pattern | \"ab1\" | pattern",
                "pattern | \"ab\" | ",
                "past | \"2026-01-31T12:00:00Z\" | past",
                "past | \"2026-01-31T11:59:59Z\" | ",
                "past_or_present | \"2026-01-31T12:00:00Z\" | ",
                "future | \"2026-01-31\" | future",
                "future | \"2026-02-01\" | ",
                "accepted | false | accepted",
                "accepted | true | ",
                "size | \"a\" | size",
                "size | \"😀😀😀\" | ",
                "size | \"abcd\" | size"
            })
    void rules_are_kept(String member, String value, String rule) {
        var reading = read(Ruled.class, "{\"" + member + "\":" + value + "}");
        if (rule == null) assertThat(reading).isInstanceOf(Reading.Read.class);
        else
            assertThat(((Reading.Faulty) reading).faults())
                    .extracting(Fault::rule)
                    .containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"alice@example.com", "a.b+c@sub.example.co", "o'hara@example.org", "ünï@bücher.example", "x@y.zz"
            })
    void addresses_that_are_taken(String address) {
        assertThat(EmailAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "@example.com",
                "alice@",
                "alice@localhost",
                "a@b@example.com",
                "a b@example.com",
                "a@exa mple.com",
                ".a@example.com",
                "a..b@example.com",
                "a@-example.com",
                "a@example-.com",
                "a@example..com",
                "a@127.0.0.1",
                "a@[127.0.0.1]",
                "a\u0000@example.com",
                "a@example.com\n",
                "\"a\"@example.com",
                "a,b@example.com",
                "a@example.com>",
                "a\u202e@example.com"
            })
    void addresses_that_are_not(String address) {
        assertThat(EmailAddress.isValid(address)).isFalse();
    }

    @Test
    void an_address_has_254_characters_at_most() {
        var domain = ("x".repeat(60) + ".").repeat(3) + "y".repeat(6);
        assertThat(EmailAddress.isValid("a".repeat(64) + "@" + domain)).isTrue();
        assertThat(EmailAddress.isValid("a".repeat(64) + "@" + domain + "z")).isFalse();
        assertThat(EmailAddress.isValid("a".repeat(65) + "@example.com")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "accessToken,access_token",
        "expiresIn,expires_in",
        "redirectURIs,redirect_uris",
        "sha256Hash,sha256_hash",
        "id,id",
        "createdAt,created_at",
        "userID,user_id"
    })
    void names_are_snake_case(String java, String wire) {
        assertThat(WireName.snakeCase(java)).isEqualTo(wire);
    }
}
