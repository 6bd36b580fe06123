package dev.gatehouse.mapper;

/// A lock that has a name and no row.
///
/// @spec https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS PostgreSQL, advisory locks
final class PostgresLock {
    private static final Expression<Integer> TAKEN = Expression.sql(ColumnType.INTEGER, "1");
    private static final Projection<Integer> TAKEN_ROW = Projection.of(TAKEN);

    private PostgresLock() {}

    static void take(Execution execution, String name) {
        var phrase = new Phrase().text("select 1 from pg_advisory_xact_lock(hashtextextended(");
        phrase.expression(ColumnType.TEXT.value(name)).text(", 0))");
        execution.only(phrase, TAKEN_ROW);
    }
}
