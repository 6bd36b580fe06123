package dev.gatehouse.migrations.engine;

import java.util.List;

/// A statement that a step will run, and what it will do to others meanwhile.
///
/// @param sql the statement
/// @param touches the tables that it locks or works on; empty: nobody notices
/// @param isJudged whether there is a rule for it; otherwise nobody knows what it touches
public record Foreseen(String sql, List<Touch> touches, boolean isJudged) {
    public Foreseen {
        touches = List.copyOf(touches);
    }

    static Foreseen of(String sql, Touch... touches) {
        return new Foreseen(sql, List.of(touches), true);
    }

    static Foreseen unknown(String sql) {
        return new Foreseen(sql, List.of(), false);
    }
}
