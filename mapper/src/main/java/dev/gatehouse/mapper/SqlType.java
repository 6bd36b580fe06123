package dev.gatehouse.mapper;

import java.util.Locale;
import java.util.Optional;

/// What a column stores, said without a dialect. This is the one place that knows how each database spells it.
///
/// SQLite keeps a declared type as text and derives from it how it stores values. Our names carry both:
/// `instant_int` tells a catalog reader "an instant" and tells SQLite "integer affinity".
///
/// @spec https://www.sqlite.org/datatype3.html#determination_of_column_affinity SQLite, affinity of a column
public enum SqlType {
    /// Unicode text, compared bytewise on both databases.
    TEXT("text", "text", "text"),
    /// 32 bits, signed.
    INTEGER("integer", "integer", "integer"),
    /// 64 bits, signed.
    BIGINT("bigint", "bigint", "bigint"),
    /// True or false; 1 or 0 in SQLite.
    BOOLEAN("boolean_int", "boolean", "boolean"),
    /// 128 bits; lower-case text in SQLite.
    UUID("uuid_text", "uuid", "uuid"),
    /// A moment in microseconds; a count since 1970-01-01T00:00Z in SQLite.
    INSTANT("instant_int", "timestamptz", "timestamp with time zone"),
    /// A JSON document. The database checks it and may respell its white space and the order of its members.
    JSON("json_text", "jsonb", "jsonb"),
    /// Raw bytes.
    BYTES("blob", "bytea", "bytea"),
    /// 64 bits, floating point.
    DOUBLE("double", "double precision", "double precision");

    private final String sqlite;
    private final String postgres;
    private final String postgresCatalog;

    SqlType(String sqlite, String postgres, String postgresCatalog) {
        this.sqlite = sqlite;
        this.postgres = postgres;
        this.postgresCatalog = postgresCatalog;
    }

    /// The type's bare name in this dialect, without a collation: `instant_int`, `timestamptz`.
    public String name(Dialect dialect) {
        return switch (dialect) {
            case SQLITE -> sqlite;
            case POSTGRES -> postgres;
        };
    }

    /// The type as a column definition spells it. On PostgreSQL text is `text collate "C"`: a locale's order
    /// would differ from SQLite's, and identifiers that compare differently are a hole.
    public String ddl(Dialect dialect) {
        return dialect == Dialect.POSTGRES && this == TEXT ? "text collate \"C\"" : name(dialect);
    }

    /// The neutral type behind a name found in a catalog: SQLite's declared type, PostgreSQL's `format_type`.
    /// Empty if we never write that name.
    public static Optional<SqlType> named(Dialect dialect, String name) {
        var wanted = name.toLowerCase(Locale.ROOT).strip();
        for (var type : values()) {
            if (type.name(dialect).equals(wanted)) return Optional.of(type);
            if (dialect == Dialect.POSTGRES && type.postgresCatalog.equals(wanted)) return Optional.of(type);
        }
        return Optional.empty();
    }
}
