package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.AccountTable.ACCOUNT;
import static dev.gatehouse.mapper.TenantTable.TENANT;
import static dev.gatehouse.mapper.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@EachDatabase
class TypesTest {
    private final Database database;

    TypesTest(TestDatabase on) {
        database = on.open(THING, TENANT, ACCOUNT);
    }

    private <T> T stored(Column<T> column, T value) {
        return database.write(
                tx -> tx.insert(THING).set(THING.key, 1).set(column, value).returning(Projection.of(column)));
    }

    private <T> void comesBack(Column<T> column, List<T> values) {
        for (var value : values) {
            assertThat(stored(column, value)).isEqualTo(value);
            var found = database.read(tx -> tx.select(Projection.of(column))
                    .where(THING.key.eq(1), column.eq(value))
                    .one());
            assertThat(found).as("%s found by its value", column).contains(value);
            database.run(tx -> tx.delete(THING).everyRow().run());
        }
    }

    @Test
    void text_of_every_script() {
        comesBack(
                THING.text,
                List.of(
                        "",
                        "a",
                        "it's",
                        "日本",
                        "Ω≈ç√",
                        "👩‍👩‍👧",
                        "\uD83D\uDE00",
                        "\t\r\n",
                        "'; drop table",
                        "\uFFFF"));
    }

    @Test
    void numbers_to_their_ends() {
        comesBack(THING.small, List.of(0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE));
        comesBack(THING.big, List.of(0L, 1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE));
        comesBack(THING.number, List.of(0.0, 1.5, -2.25, Double.MAX_VALUE, Double.MIN_NORMAL, 0.1));
    }

    @Test
    void truth_identifiers_and_own_types() {
        comesBack(THING.flag, List.of(true, false));
        comesBack(
                THING.uuid,
                List.of(new UUID(0, 0), new UUID(-1, -1), UUID.fromString("0190163D-8694-739B-AEA5-966C26F8AD90")));
        comesBack(THING.uri, List.of(URI.create("https://example.com/a?b=c")));
    }

    @Test
    void moments_in_microseconds() {
        comesBack(
                THING.moment,
                List.of(
                        Instant.EPOCH,
                        Instant.parse("2026-03-04T05:06:07.123456Z"),
                        Instant.parse("1969-12-31T23:59:59.999999Z"),
                        Instant.parse("0001-01-01T00:00:00Z"),
                        Instant.parse("1582-10-10T00:00:00.000001Z"),
                        Instant.parse("9999-12-31T23:59:59.999999Z")));
    }

    @Test
    void a_moment_is_cut_to_microseconds_on_its_way_in() {
        assertThat(stored(THING.moment, Instant.parse("2026-03-04T05:06:07.123456999Z")))
                .isEqualTo(Instant.parse("2026-03-04T05:06:07.123456Z"));
    }

    @Test
    void bytes_as_they_are() {
        for (var bytes :
                List.of(new byte[0], new byte[] {0, 1, -1}, "x".repeat(100_000).getBytes(StandardCharsets.UTF_8))) {
            assertThat(stored(THING.bytes, bytes)).isEqualTo(bytes);
            database.run(tx -> tx.delete(THING).everyRow().run());
        }
    }

    @Test
    void json_keeps_what_it_says() {
        assertThat(stored(THING.json, "{ \"a\" : [1, \"é\"] }").replace(" ", ""))
                .isEqualTo("{\"a\":[1,\"é\"]}");
    }

    @Test
    void what_is_no_json_is_refused() {
        assertThatThrownBy(() -> stored(THING.json, "{a")).isInstanceOf(DatabaseFault.class);
    }

    @Test
    void nothing_comes_back_as_nothing() {
        database.run(tx -> tx.insert(THING).set(THING.key, 1).run());
        for (var column : THING.columns().subList(1, THING.columns().size())) {
            var found = database.read(tx -> tx.get(Projection.of(row -> row.find(column), column)));
            assertThat(found).as(column.name()).isEmpty();
        }
    }

    @Test
    void a_value_can_be_taken_back() {
        stored(THING.big, 5L);
        database.run(tx -> tx.update(THING)
                .set(THING.big, Optional.empty())
                .set(THING.text, (String) null)
                .where(THING.key.eq(1))
                .run());
        boolean empty = database.read(tx -> tx.exists(THING, THING.key.eq(1), THING.big.isNull()));
        assertThat(empty).isTrue();
    }

    @Test
    void what_cannot_be_stored_alike_is_refused_by_name() {
        assertThatThrownBy(() -> stored(THING.text, "a\0b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("table.text: text holds U+0000 at 1, which cannot be stored");
        assertThatThrownBy(() -> stored(THING.text, "a\uD83D")).hasMessageContaining("half of a surrogate pair at 1");
        assertThatThrownBy(() -> stored(THING.text, "\uDE00b")).hasMessageContaining("half of a surrogate pair at 0");
        assertThatThrownBy(() -> stored(THING.number, Double.NaN)).hasMessageContaining("NaN is not a finite number");
        assertThatThrownBy(() -> stored(THING.moment, Instant.MAX)).hasMessageContaining("outside the years 1 to 9999");
        assertThatThrownBy(() -> stored(THING.key, null)).hasMessageContaining("table.key is never empty");
    }

    @Test
    void a_text_that_is_no_constant_is_a_fault() throws SQLException {
        database.run(tx -> {
            tx.insert(TENANT.tenant, new Tenant("main", "Main"));
            tx.insert(ACCOUNT.account, Account.named("alice"));
        });
        var dropped = database.dialect() == Dialect.SQLITE
                ? "pragma ignore_check_constraints = on"
                : "alter table account drop constraint ck_account_status";
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(dropped);
            statement.execute("update account set status = 'asleep'");
        }
        assertThatThrownBy(() -> database.read(tx -> tx.get(ACCOUNT.account, ACCOUNT.email.eq("alice@example.com"))))
                .isInstanceOf(DatabaseFault.class)
                .hasMessage("\"asleep\" is stored where one of [active, locked_out] belongs");
    }

    @Test
    void sqlite_stores_each_type_by_the_affinity_of_its_name() {
        if (database.dialect() != Dialect.SQLITE) return;
        stored(THING.text, "1");
        database.run(tx -> tx.update(THING)
                .set(THING.small, 1)
                .set(THING.big, 1L)
                .set(THING.flag, true)
                .set(THING.uuid, new UUID(0, 1))
                .set(THING.moment, Instant.EPOCH)
                .set(THING.json, "1")
                .set(THING.bytes, new byte[] {1})
                .set(THING.number, 1.0)
                .everyRow()
                .run());
        assertThat(storageOf(THING.text, THING.uuid, THING.json)).containsOnly("text");
        assertThat(storageOf(THING.small, THING.big, THING.flag, THING.moment)).containsOnly("integer");
        assertThat(storageOf(THING.bytes)).containsOnly("blob");
        assertThat(storageOf(THING.number)).containsOnly("real");
    }

    private List<String> storageOf(Column<?>... columns) {
        return List.of(columns).stream()
                .map(column -> Expression.sql(ColumnType.TEXT, "typeof({})", column))
                .map(type -> database.<String>read(
                        tx -> tx.select(Projection.of(type)).from(THING).one().orElseThrow()))
                .toList();
    }
}
