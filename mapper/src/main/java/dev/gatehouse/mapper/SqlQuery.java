package dev.gatehouse.mapper;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// SQL text with its parts, ready to be read. The text must select what the projection names, in its order.
public sealed class SqlQuery permits SqlStatement {
    private final Execution execution;
    private final SqlText text;

    SqlQuery(Execution execution, SqlText text) {
        this.execution = execution;
        this.text = text;
    }

    /// All rows.
    public <R> List<R> list(Projection<R> projection) {
        return execution.list(phrase(), projection);
    }

    /// The only row, if there is one.
    ///
    /// @throws DatabaseFault if there is more than one
    public <R> Optional<R> one(Projection<R> projection) {
        return execution.only(phrase(), projection);
    }

    /// Hands over row by row.
    public <R> void stream(Projection<R> projection, Consumer<? super R> consumer) {
        execution.stream(phrase(), projection, consumer);
    }

    Execution execution() {
        return execution;
    }

    Phrase phrase() {
        var phrase = new Phrase();
        text.write(phrase);
        return phrase;
    }
}
