package dev.gatehouse.migrations;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.engine.Touch;
import java.util.List;
import java.util.OptionalLong;

/// What `upgrade` or `downgrade` would do, looked at before anything runs. How long it takes is not guessed.
///
/// @param dialect the database that was looked at
/// @param steps in the order in which they would run; none: there is nothing to do
public record Plan(Dialect dialect, List<Planned> steps) {

    public Plan {
        steps = List.copyOf(steps);
    }

    /// One step, which is one transaction: what a statement locks stays locked until the step is over.
    ///
    /// @param losses what data goes, as far as it can be counted before the steps that come first have run
    public record Planned(Step step, List<Statement> statements, List<Loss> losses) {
        public Planned {
            statements = List.copyOf(statements);
            losses = List.copyOf(losses);
        }
    }

    /// @param isJudged whether there is a rule for it; what the others lock, nobody knows
    public record Statement(String sql, List<Effect> effects, boolean isJudged) {
        public Statement {
            effects = List.copyOf(effects);
        }
    }

    /// @param lock in PostgreSQL's words; empty on SQLite, where other writers wait throughout
    /// @param rows what is done with the rows that are there
    /// @param count how many those are: counted on SQLite, estimated by PostgreSQL; empty: unknown, or none yet
    public record Effect(String table, String lock, Touch.Rows rows, OptionalLong count) {}
}
