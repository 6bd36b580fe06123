package dev.gatehouse.migrations.engine;

import static dev.gatehouse.mapper.SqlType.BIGINT;
import static dev.gatehouse.mapper.SqlType.BOOLEAN;
import static dev.gatehouse.mapper.SqlType.DOUBLE;
import static dev.gatehouse.mapper.SqlType.INSTANT;
import static dev.gatehouse.mapper.SqlType.INTEGER;
import static dev.gatehouse.mapper.SqlType.JSON;
import static dev.gatehouse.mapper.SqlType.TEXT;
import static dev.gatehouse.mapper.SqlType.UUID;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.SqlType;
import dev.gatehouse.migrations.shape.MigrationException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How the values of a column go from one type to another, the same on both databases. `{}` stands for the
/// column.
///
/// @param sqlite the new value, as SQLite says it
/// @param postgres the new value, as PostgreSQL says it
/// @param fits holds for the values that can be converted; one that does not fit stops the migration, since
///     PostgreSQL
///     would stop and SQLite would store nonsense
/// @param keeps holds for the values that mean the same afterwards; the others are lost
public record TypeChange(String sqlite, String postgres, Optional<PerDialect> fits, Optional<PerDialect> keeps) {

    /// A condition in each database's words.
    public record PerDialect(String sqlite, String postgres) {
        public String sql(Dialect dialect, String column) {
            return (dialect == Dialect.SQLITE ? sqlite : postgres).replace("{}", column);
        }
    }

    private record Types(SqlType from, SqlType to) {}

    private static final Map<Types, TypeChange> KNOWN = new HashMap<>();

    static {
        var uuidText = "length({}) = 36 and lower({}) not glob '*[^0-9a-f-]*'";
        know(INTEGER, BIGINT, plain("{}", "{}::bigint"));
        know(BIGINT, INTEGER, plain("{}", "{}::integer").fitting("{} between -2147483648 and 2147483647"));
        know(INTEGER, DOUBLE, plain("cast({} as real)", "{}::double precision"));
        know(
                BIGINT,
                DOUBLE,
                plain("cast({} as real)", "{}::double precision")
                        .keeping("cast(cast({} as real) as integer) = {}", "{}::double precision::numeric = {}"));
        know(
                DOUBLE,
                INTEGER,
                plain("cast(round({}) as integer)", "round({}::numeric)::integer")
                        .fitting("{} between -2147483648 and 2147483647")
                        .keeping("round({}) = {}", "round({}) = {}"));
        know(
                DOUBLE,
                BIGINT,
                plain("cast(round({}) as integer)", "round({}::numeric)::bigint")
                        .fitting("{} between -9.2e18 and 9.2e18")
                        .keeping("round({}) = {}", "round({}) = {}"));
        know(INTEGER, TEXT, plain("cast({} as text)", "{}::text"));
        know(BIGINT, TEXT, plain("cast({} as text)", "{}::text"));
        know(DOUBLE, TEXT, plain("cast({} as text)", "{}::text"));
        know(
                TEXT,
                INTEGER,
                plain("cast({} as integer)", "{}::integer")
                        .fitting(
                                "cast(cast({} as integer) as text) = {} and cast({} as integer) between -2147483648 and 2147483647",
                                "{} ~ '^-?(0|[1-9][0-9]{0,18})$' and case when {} ~ '^-?[0-9]{1,19}$' then {}::numeric between -2147483648 and 2147483647 end"));
        know(
                TEXT,
                BIGINT,
                plain("cast({} as integer)", "{}::bigint")
                        .fitting(
                                "cast(cast({} as integer) as text) = {}",
                                "{} ~ '^-?(0|[1-9][0-9]{0,18})$' and case when {} ~ '^-?[0-9]{1,19}$' then {}::numeric between -9223372036854775808 and 9223372036854775807 end"));
        know(BOOLEAN, INTEGER, plain("{}", "{}::integer"));
        know(BOOLEAN, BIGINT, plain("{}", "{}::integer::bigint"));
        know(INTEGER, BOOLEAN, plain("{}", "{}::boolean").fitting("{} in (0, 1)"));
        know(BIGINT, BOOLEAN, plain("{}", "{}::integer::boolean").fitting("{} in (0, 1)"));
        know(BOOLEAN, TEXT, plain("case {} when 1 then 'true' when 0 then 'false' end", "{}::text"));
        know(TEXT, BOOLEAN, plain("{} = 'true'", "{}::boolean").fitting("{} in ('true', 'false')"));
        know(UUID, TEXT, plain("{}", "{}::text"));
        know(
                TEXT,
                UUID,
                plain("lower({})", "{}::uuid")
                        .fitting(uuidText, "{} ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'"));
        know(JSON, TEXT, plain("{}", "{}::text"));
        know(TEXT, JSON, plain("{}", "{}::jsonb").fitting("json_valid({})", "true"));
        know(INSTANT, BIGINT, plain("{}", "(extract(epoch from {}) * 1000000)::bigint"));
        know(BIGINT, INSTANT, plain("{}", "timestamptz 'epoch' + {} * interval '1 microsecond'"));
    }

    static boolean isKnown(SqlType from, SqlType to) {
        return from == to || KNOWN.containsKey(new Types(from, to));
    }

    /// Refuses a change for which there is no rule.
    ///
    /// @param column `account.score`, for the refusal
    static TypeChange of(String column, SqlType from, SqlType to) {
        var known = KNOWN.get(new Types(from, to));
        if (known != null) return known;
        throw new MigrationException(
                "%s cannot change from %s to %s: add a column, fill it with op.sql or op.moveRows, drop the old one"
                        .formatted(column, word(from), word(to)));
    }

    private static String word(SqlType type) {
        return type.name().toLowerCase();
    }

    String value(Dialect dialect, String column) {
        return (dialect == Dialect.SQLITE ? sqlite : postgres).replace("{}", column);
    }

    private static void know(SqlType from, SqlType to, TypeChange change) {
        KNOWN.put(new Types(from, to), change);
    }

    private static TypeChange plain(String sqlite, String postgres) {
        return new TypeChange(sqlite, postgres, Optional.empty(), Optional.empty());
    }

    private TypeChange fitting(String sql) {
        return fitting(sql, sql);
    }

    private TypeChange fitting(String inSqlite, String inPostgres) {
        return new TypeChange(sqlite, postgres, Optional.of(new PerDialect(inSqlite, inPostgres)), keeps);
    }

    private TypeChange keeping(String inSqlite, String inPostgres) {
        return new TypeChange(sqlite, postgres, fits, Optional.of(new PerDialect(inSqlite, inPostgres)));
    }
}
