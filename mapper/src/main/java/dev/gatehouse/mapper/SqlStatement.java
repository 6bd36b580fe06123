package dev.gatehouse.mapper;

/// SQL text with its parts that may also change the database.
public final class SqlStatement extends SqlQuery {
    SqlStatement(Execution execution, SqlText text) {
        super(execution, text);
    }

    /// Runs it.
    ///
    /// @return how many rows it changed
    public int run() {
        return execution().run(phrase());
    }
}
