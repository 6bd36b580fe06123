package dev.gatehouse.mapper;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// The values that travel between the mapper and a driver, and what is refused on the way in, so that both
/// databases store the same or nothing.
final class Wire {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Wire() {}

    /// SQLite would cut at U+0000 or keep it, PostgreSQL refuses it; a lone surrogate has no UTF-8 form at all.
    static String text(String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c == 0) throw new IllegalArgumentException("text holds U+0000 at " + i + ", which cannot be stored");
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c) || i + 1 == length || !Character.isLowSurrogate(value.charAt(i + 1)))
                    throw new IllegalArgumentException("text holds half of a surrogate pair at " + i);
                i++;
            }
        }
        return value;
    }

    static Instant instant(Instant value) {
        if (value.isBefore(EARLIEST) || value.isAfter(LATEST))
            throw new IllegalArgumentException(value + " lies outside the years 1 to 9999");
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    /// SQLite stores NaN as null.
    static Double number(Double value) {
        if (!Double.isFinite(value)) throw new IllegalArgumentException(value + " is not a finite number");
        return value;
    }

    /// Microseconds since 1970-01-01T00:00Z, as SQLite stores a moment.
    static long micros(Instant value) {
        return value.getEpochSecond() * 1_000_000 + value.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    /// Hands one value to a statement.
    static void bind(Dialect dialect, PreparedStatement statement, int position, SqlType type, Object value)
            throws SQLException {
        switch (dialect) {
            case SQLITE -> bindSqlite(statement, position, type, value);
            case POSTGRES -> bindPostgres(statement, position, type, value);
        }
    }

    private static void bindSqlite(PreparedStatement statement, int position, SqlType type, Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(position, Types.NULL);
            return;
        }
        switch (type) {
            case TEXT, JSON -> statement.setString(position, (String) value);
            case INTEGER -> statement.setInt(position, (Integer) value);
            case BIGINT -> statement.setLong(position, (Long) value);
            case BOOLEAN -> statement.setInt(position, (Boolean) value ? 1 : 0);
            case UUID -> statement.setString(position, value.toString());
            case INSTANT -> statement.setLong(position, micros((Instant) value));
            case BYTES -> statement.setBytes(position, (byte[]) value);
            case DOUBLE -> statement.setDouble(position, (Double) value);
        }
    }

    private static void bindPostgres(PreparedStatement statement, int position, SqlType type, Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(position, postgresNull(type));
            return;
        }
        switch (type) {
            case TEXT, JSON -> statement.setString(position, (String) value);
            case INTEGER -> statement.setInt(position, (Integer) value);
            case BIGINT -> statement.setLong(position, (Long) value);
            case BOOLEAN -> statement.setBoolean(position, (Boolean) value);
            case UUID -> statement.setObject(position, value);
            case INSTANT -> statement.setObject(position, ((Instant) value).atOffset(ZoneOffset.UTC));
            case BYTES -> statement.setBytes(position, (byte[]) value);
            case DOUBLE -> statement.setDouble(position, (Double) value);
        }
    }

    private static int postgresNull(SqlType type) {
        return switch (type) {
            case TEXT, JSON -> Types.VARCHAR;
            case INTEGER -> Types.INTEGER;
            case BIGINT -> Types.BIGINT;
            case BOOLEAN -> Types.BOOLEAN;
            case UUID -> Types.OTHER;
            case INSTANT -> Types.TIMESTAMP_WITH_TIMEZONE;
            case BYTES -> Types.BINARY;
            case DOUBLE -> Types.DOUBLE;
        };
    }

    /// The value of one column of the current row, as the type's own class; null if it is empty.
    static Object read(Dialect dialect, ResultSet results, int position, SqlType type) throws SQLException {
        return switch (type) {
            case TEXT, JSON -> results.getString(position);
            case INTEGER -> integer(results, position);
            case BIGINT -> bigint(results, position);
            case BOOLEAN -> bool(dialect, results, position);
            case UUID -> uuid(dialect, results, position);
            case INSTANT -> moment(dialect, results, position);
            case BYTES -> results.getBytes(position);
            case DOUBLE -> number(results, position);
        };
    }

    /// Drivers answer zero for null, and asking `wasNull` is a native call on SQLite: so only zero is asked
    /// about.
    private static Integer integer(ResultSet results, int position) throws SQLException {
        int value = results.getInt(position);
        return value == 0 && results.wasNull() ? null : (Integer) value;
    }

    private static Long bigint(ResultSet results, int position) throws SQLException {
        long value = results.getLong(position);
        return value == 0 && results.wasNull() ? null : (Long) value;
    }

    private static Double number(ResultSet results, int position) throws SQLException {
        double value = results.getDouble(position);
        return value == 0 && results.wasNull() ? null : (Double) value;
    }

    private static Boolean bool(Dialect dialect, ResultSet results, int position) throws SQLException {
        boolean value = dialect == Dialect.SQLITE ? results.getInt(position) != 0 : results.getBoolean(position);
        return !value && results.wasNull() ? null : (Boolean) value;
    }

    private static UUID uuid(Dialect dialect, ResultSet results, int position) throws SQLException {
        if (dialect == Dialect.POSTGRES) return (UUID) results.getObject(position);
        var text = results.getString(position);
        return text == null ? null : UUID.fromString(text);
    }

    private static Instant moment(Dialect dialect, ResultSet results, int position) throws SQLException {
        if (dialect == Dialect.POSTGRES) {
            var value = results.getObject(position, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }
        var micros = bigint(results, position);
        return micros == null ? null : instant(micros);
    }
}
