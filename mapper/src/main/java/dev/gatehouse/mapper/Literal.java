package dev.gatehouse.mapper;

import java.time.Instant;
import java.util.HexFormat;

/// Values written out as SQL text: only for defaults and checks, never for a query, whose values are always
/// bound.
final class Literal {
    private Literal() {}

    static <T> String of(Dialect dialect, ColumnType<T> type, T value) {
        var stored = type.write(value);
        return switch (type.sqlType()) {
            case TEXT, UUID, JSON -> quoted(stored.toString());
            case INTEGER, BIGINT, DOUBLE -> stored.toString();
            case BOOLEAN -> dialect == Dialect.SQLITE ? ((Boolean) stored ? "1" : "0") : stored.toString();
            case INSTANT ->
                dialect == Dialect.SQLITE
                        ? Long.toString(Wire.micros((Instant) stored))
                        : quoted(stored.toString()) + "::timestamptz";
            case BYTES -> {
                var hex = HexFormat.of().formatHex((byte[]) stored);
                yield dialect == Dialect.SQLITE ? "x'" + hex + "'" : "'\\x" + hex + "'::bytea";
            }
        };
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
