package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.AccountTable.ACCOUNT;
import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.INTEGER;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.Default.defaultsTo;
import static dev.gatehouse.mapper.Default.defaultsToSql;
import static dev.gatehouse.mapper.Dialect.POSTGRES;
import static dev.gatehouse.mapper.Dialect.SQLITE;
import static dev.gatehouse.mapper.TenantTable.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeclarationTest {
    /// A table declared by a test, one line at a time.
    private static final class Draft extends Table {
        final Column<String> id = notNull("id", TEXT);
        final Column<String> note = nullable("note", TEXT);

        Draft(String name, Consumer<Draft> rest) {
            super(name);
            rest.accept(this);
        }
    }

    private static void refused(String because, Consumer<Draft> declaration) {
        assertThatThrownBy(() -> new Draft("draft", declaration))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    @Test
    void everything_declared_can_be_read_as_values() {
        assertThat(ACCOUNT.columns()).extracting(Column::name).startsWith("tenant_id", "id", "email", "name");
        assertThat(ACCOUNT.primaryKey().orElseThrow())
                .isEqualTo(new PrimaryKey("pk_account", List.of(ACCOUNT.tenantId, ACCOUNT.id)));
        assertThat(ACCOUNT.foreignKeys())
                .containsExactly(new ForeignKey(
                        "fk_account_tenant", List.of(ACCOUNT.tenantId), List.of(TENANT.id), OnDelete.CASCADE));
        assertThat(ACCOUNT.foreignKeys().getFirst().target()).isSameAs(TENANT);
        assertThat(ACCOUNT.indexes())
                .containsExactly(
                        new Index(
                                "ix_account_created",
                                false,
                                List.of(ACCOUNT.createdAt.desc(), ACCOUNT.id.asc()),
                                Optional.empty()),
                        new Index(
                                "ux_account_email_live",
                                true,
                                List.of(ACCOUNT.tenantId.asc(), ACCOUNT.email.asc()),
                                Optional.of("ended_at is null")));
    }

    @Test
    void an_enum_column_checks_its_texts() {
        assertThat(ACCOUNT.checks())
                .containsExactly(
                        new Check("ck_account_status", "status in ('active', 'locked_out')"),
                        new Check("ck_account_email", "length(email) <= 254"));
    }

    @Test
    void constraints_have_names_by_convention() {
        var draft = new Draft("draft", it -> {
            it.primaryKey(it.id);
            it.unique(it.note, it.id);
            it.foreignKey(it.note, it.id, OnDelete.SET_NULL);
        });
        assertThat(draft.uniqueKeys().getFirst().name()).isEqualTo("uq_draft_note_id");
        assertThat(draft.foreignKeys().getFirst().name()).isEqualTo("fk_draft_note");
    }

    @Test
    void a_name_by_convention_that_grows_too_long_stays_unique_and_the_same() {
        var long1 = Identifier.byConvention("fk", "a".repeat(60), "one");
        var long2 = Identifier.byConvention("fk", "a".repeat(60), "two");
        assertThat(long1).hasSize(Identifier.MAX_LENGTH).isNotEqualTo(long2);
        assertThat(Identifier.byConvention("fk", "a".repeat(60), "one")).isEqualTo(long1);
    }

    @Test
    void defaults_are_spelled_for_each_database() {
        var draft = new Draft("draft", _ -> {});
        assertThat(ACCOUNT.status.defaultSql(SQLITE)).contains("'active'");
        assertThat(defaultSql(ColumnType.BOOLEAN, defaultsTo(true), SQLITE)).isEqualTo("1");
        assertThat(defaultSql(ColumnType.BOOLEAN, defaultsTo(true), POSTGRES)).isEqualTo("true");
        assertThat(defaultSql(ColumnType.INSTANT, defaultsTo(Instant.EPOCH.plusSeconds(1)), SQLITE))
                .isEqualTo("1000000");
        assertThat(defaultSql(ColumnType.INSTANT, defaultsTo(Instant.EPOCH), POSTGRES))
                .isEqualTo("'1970-01-01T00:00:00Z'::timestamptz");
        assertThat(defaultSql(TEXT, defaultsTo("it's"), POSTGRES)).isEqualTo("'it''s'");
        assertThat(defaultSql(ColumnType.BYTES, defaultsTo(new byte[] {1, (byte) 0xff}), SQLITE))
                .isEqualTo("x'01ff'");
        assertThat(defaultSql(INTEGER, defaultsToSql("abs(1)", "abs(2)"), POSTGRES))
                .isEqualTo("abs(2)");
        assertThat(draft.id.defaultSql(SQLITE)).isEmpty();
    }

    private static <T> String defaultSql(ColumnType<T> type, Default<T> value, Dialect dialect) {
        return new Column<>(TENANT, "x", type, false, Optional.of(value))
                .defaultSql(dialect)
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void a_catalog_reader_finds_the_neutral_type_again(SqlType type) {
        for (var dialect : Dialect.values())
            assertThat(SqlType.named(dialect, type.name(dialect))).contains(type);
    }

    @Test
    void a_type_that_we_never_write_is_not_guessed() {
        assertThat(SqlType.named(POSTGRES, "character varying(10)")).isEmpty();
        assertThat(SqlType.named(POSTGRES, "timestamp with time zone")).contains(SqlType.INSTANT);
        assertThat(SqlType.named(SQLITE, "varchar")).isEmpty();
    }

    @Test
    void nonsense_is_refused() {
        refused("column id is declared twice", it -> it.notNull("id", TEXT));
        refused("\"Id\": a name is lower snake case", it -> it.notNull("Id", TEXT));
        refused("64 bytes, at most 63", it -> it.notNull("x".repeat(64), TEXT));
        refused("unique key uq of draft: no column is named", it -> it.unique("uq"));
        refused("primary key of draft: note is nullable", it -> it.primaryKey(it.note));
        refused("declared twice", it -> {
            it.primaryKey(it.id);
            it.primaryKey(it.id);
        });
        refused("tenant.id is no column of it", it -> it.unique(TENANT.id));
        refused("a column is named twice", it -> it.index("ix", it.id, it.id.desc()));
        refused("the name ix is taken", it -> {
            it.index("ix", it.id);
            it.check("ix", "1 = 1");
        });
        refused("the expression is empty", it -> it.check("ck", " "));
    }

    @Test
    void a_foreign_key_that_cannot_hold_is_refused() {
        refused(
                "fk: 2 columns refer to 1",
                it -> it.foreignKey("fk", List.of(it.id, it.note), List.of(TENANT.id), OnDelete.CASCADE));
        refused(
                "draft.number is BIGINT, tenant.id is TEXT",
                it -> it.foreignKey("fk", List.of(it.notNull("number", BIGINT)), List.of(TENANT.id), OnDelete.CASCADE));
        refused(
                "is no primary or unique key of tenant",
                it -> it.foreignKey("fk", it.id, TENANT.name, OnDelete.CASCADE));
        refused("set null needs nullable columns", it -> it.foreignKey("fk", it.id, TENANT.id, OnDelete.SET_NULL));
        refused("a column is not there yet", it -> it.foreignKey("fk", it.id, null, OnDelete.CASCADE));
    }

    @Test
    void a_reserved_word_is_quoted_and_others_stay_bare() {
        assertThat(Identifier.quoted("order")).isEqualTo("\"order\"");
        assertThat(Identifier.quoted("email")).isEqualTo("email");
        assertThat(Identifier.quoted("od\"d")).isEqualTo("\"od\"\"d\"");
    }

    @Test
    void a_mapping_stays_within_its_table() {
        assertThatThrownBy(() -> Mapping.<String>of(row -> row.get(TENANT.id))
                        .with(TENANT.id, it -> it)
                        .with(ACCOUNT.tenantId, it -> it))
                .hasMessageContaining("a mapping stays within the table tenant");
        assertThatThrownBy(() -> Mapping.<String>of(row -> row.get(TENANT.id)).withOptional(TENANT.id, Optional::of))
                .hasMessageContaining("tenant.id is never empty");
    }
}
