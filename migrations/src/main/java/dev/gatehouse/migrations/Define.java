package dev.gatehouse.migrations;

import dev.gatehouse.mapper.OnDelete;
import dev.gatehouse.mapper.SqlType;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.PrimaryKeyShape;
import dev.gatehouse.migrations.shape.UniqueShape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The words in which a revision defines columns, keys, checks and indexes. A revision imports them all:
///
/// ```java
/// import static dev.gatehouse.migrations.Define.*;
///
/// op.createTable(
///         "account",
///         column("id", uuid()).notNull(),
///         column("email", text()).notNull(),
///         column("is_active", bool()).notNull().defaultTo("true"),
///         primaryKey("id"),
///         unique("uq_account_email", "email"),
///         check("ck_account_email", "length(email) <= 254"));
/// ```
public final class Define {

    /// The rules of [ForeignKeyShape#onDelete], so that a revision needs one import only.
    public static final OnDelete CASCADE = OnDelete.CASCADE;

    public static final OnDelete RESTRICT = OnDelete.RESTRICT;
    public static final OnDelete SET_NULL = OnDelete.SET_NULL;
    public static final OnDelete NO_ACTION = OnDelete.NO_ACTION;

    private Define() {}

    /// A nullable column without a default; `.notNull()` and `.defaultTo("0")` say otherwise.
    public static ColumnShape column(String name, SqlType type) {
        return new ColumnShape(name, type);
    }

    /// Text of any length. For a limit add a check: `length(email) <= 254`.
    public static SqlType text() {
        return SqlType.TEXT;
    }

    /// 32 bits, signed.
    public static SqlType integer() {
        return SqlType.INTEGER;
    }

    /// 64 bits, signed.
    public static SqlType bigint() {
        return SqlType.BIGINT;
    }

    /// 64 bits, floating point.
    public static SqlType real() {
        return SqlType.DOUBLE;
    }

    /// True or false. (`boolean` is Java's own word.)
    public static SqlType bool() {
        return SqlType.BOOLEAN;
    }

    public static SqlType uuid() {
        return SqlType.UUID;
    }

    /// A moment, in microseconds.
    public static SqlType instant() {
        return SqlType.INSTANT;
    }

    public static SqlType json() {
        return SqlType.JSON;
    }

    public static SqlType bytes() {
        return SqlType.BYTES;
    }

    /// Its name is `pk_` and the table's, unless `.named("…")` says otherwise.
    public static PrimaryKeyShape primaryKey(String... columns) {
        return new PrimaryKeyShape("", List.of(columns));
    }

    public static UniqueShape unique(String name, String... columns) {
        return new UniqueShape(name, List.of(columns));
    }

    /// Goes on with `.references("tenant", "id")` and perhaps `.onDelete(CASCADE)`.
    public static ForeignKeyShape.Columns foreignKey(String name, String... columns) {
        return new ForeignKeyShape.Columns(name, List.of(columns));
    }

    /// @param expression SQL text that both databases understand
    public static CheckShape check(String name, String expression) {
        return new CheckShape(name, expression);
    }

    public static IndexShape index(String name, String... columns) {
        return index(name, ascending(columns));
    }

    /// An index with directions: `asc("tenant_id"), desc("created_at")`.
    public static IndexShape index(String name, IndexShape.Part... parts) {
        return new IndexShape(name, false, List.of(parts), Optional.empty());
    }

    /// An index that also lets no two rows share the values of its columns.
    public static IndexShape uniqueIndex(String name, String... columns) {
        return uniqueIndex(name, ascending(columns));
    }

    public static IndexShape uniqueIndex(String name, IndexShape.Part... parts) {
        return new IndexShape(name, true, List.of(parts), Optional.empty());
    }

    /// The smallest first.
    public static IndexShape.Part asc(String column) {
        return new IndexShape.Part(column, false);
    }

    /// The greatest first.
    public static IndexShape.Part desc(String column) {
        return new IndexShape.Part(column, true);
    }

    private static IndexShape.Part[] ascending(String... columns) {
        return Stream.of(columns).map(Define::asc).toArray(IndexShape.Part[]::new);
    }
}
