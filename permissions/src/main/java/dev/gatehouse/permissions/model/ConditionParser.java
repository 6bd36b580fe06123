package dev.gatehouse.permissions.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `condition on_duty(shift: string, hours: list<int>) { … }`. The expression is not looked into here.
final class ConditionParser {

    private final Cursor cursor;

    ConditionParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /// What stands behind the word `condition`.
    ///
    /// @return nothing when its head could not be read: its fault is told, and its expression is passed over,
    ///     for
    ///     that could have lines that begin like a part of the model
    Optional<Draft.Condition> read() {
        try {
            var name = cursor.expectName("a condition's name");
            var parameters = parameters();
            return Optional.of(new Draft.Condition(name, parameters, expression()));
        } catch (Cursor.Stumbled stumbled) {
            if (!skipToBody()) throw stumbled;
            cursor.body();
            cursor.takeIf('}');
            return Optional.empty();
        }
    }

    private List<Draft.Parameter> parameters() {
        var parameters = new ArrayList<Draft.Parameter>();
        cursor.expect('(');
        cursor.skipLineEnds();
        if (cursor.takeIf(')')) return parameters;
        do {
            cursor.skipLineEnds();
            var name = cursor.expectName("a parameter's name");
            cursor.expect(':');
            parameters.add(new Draft.Parameter(name, new ParameterTypeParser(cursor).read()));
            cursor.skipLineEnds();
        } while (cursor.takeIf(','));
        if (!cursor.peek().isSign(')')) throw cursor.stumbled("`,`", "`)`");
        cursor.take();
        return parameters;
    }

    private Word expression() {
        cursor.skipLineEnds();
        var open = cursor.expect('{');
        var expression = cursor.body();
        if (!cursor.takeIf('}')) throw cursor.stumbled(open, "The `}` that closes this expression is missing.", "`}`");
        cursor.expectLineEnd();
        return expression;
    }

    /// @return whether the expression begins on this line
    private boolean skipToBody() {
        while (!cursor.peek().endsLine()) {
            if (cursor.take().isSign('{')) return true;
        }
        return false;
    }
}
