package dev.gatehouse.migrations;

import dev.gatehouse.migrations.Plan.Effect;
import dev.gatehouse.migrations.Plan.Planned;
import dev.gatehouse.migrations.Plan.Statement;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.engine.Foreseen;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Looks at a database and says what steps would do to it. Runs none of them.
record Planning(Connection connection, Engine engine, History history) {

    Plan of(List<Step> steps) throws SQLException {
        if (steps.isEmpty()) return new Plan(engine.dialect(), List.of());
        var now = history.shapeAt(steps.getFirst().before());
        var count = new LossCount(connection, now);
        var planned = new ArrayList<Planned>();
        var schema = now;
        for (var step : steps) {
            var losses = count.of(history.plan(engine, step, schema));
            planned.add(new Planned(step, statements(step, schema), losses));
            schema = history.after(step, schema);
        }
        return new Plan(engine.dialect(), planned);
    }

    private List<Statement> statements(Step step, SchemaShape before) throws SQLException {
        var statements = new ArrayList<Statement>();
        for (var foreseen : engine.foresee(connection, history.operations(step), before)) {
            statements.add(new Statement(foreseen.sql(), effects(foreseen), foreseen.isJudged()));
        }
        return statements;
    }

    private List<Effect> effects(Foreseen foreseen) throws SQLException {
        var effects = new ArrayList<Effect>();
        for (var touch : foreseen.touches()) {
            effects.add(new Effect(touch.table(), touch.lock(), touch.rows(), engine.rows(connection, touch.table())));
        }
        return effects;
    }
}
