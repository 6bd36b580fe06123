package dev.gatehouse.migrations.shape;

import dev.gatehouse.mapper.Dialect;

/// What a column holds when an insert does not mention it, as SQL text; most texts serve both databases.
public record DefaultShape(String sqlite, String postgres) {

    public DefaultShape {
        if (sqlite.isBlank() || postgres.isBlank()) throw new MigrationException("a default's SQL text is empty");
    }

    public static DefaultShape of(String sql) {
        return new DefaultShape(sql, sql);
    }

    public String sql(Dialect dialect) {
        return dialect == Dialect.SQLITE ? sqlite : postgres;
    }
}
