package dev.gatehouse.migrations.engine;

import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.SqlText;
import dev.gatehouse.migrations.shape.SqlText.Kind;
import dev.gatehouse.migrations.shape.SqlText.Token;
import dev.gatehouse.migrations.shape.TableShape;
import java.util.Set;

/// Whether a check can come out neither true nor false. A row meets such a check, on both databases; only SQLite's
/// `alter table add constraint` (observed in 3.53) takes it for one that does not, and refuses. A rebuild is right
/// about
/// it.
final class CheckOfNull {
    /// Operators and functions that give null only for null.
    private static final Set<String> HARMLESS =
            Set.of("length", "lower", "upper", "trim", "abs", "in", "and", "or", "not", "between", "like");

    private static final Set<String> HARMFUL = Set.of("null", "case", "/", "%", "->", "->>");

    private CheckOfNull() {}

    static boolean mayBeUnknown(TableShape table, CheckShape check) {
        var tokens = SqlText.of(check.expression()).tokens();
        for (var at = 0; at < tokens.size(); at++) {
            if (HARMFUL.stream().anyMatch(tokens.get(at)::is)) return true;
            if (isCall(tokens.get(at), at + 1 < tokens.size() ? tokens.get(at + 1) : null)) return true;
        }
        return table.columnsOf(check).stream()
                .flatMap(name -> table.column(name).stream())
                .anyMatch(ColumnShape::nullable);
    }

    private static boolean isCall(Token word, Token next) {
        return word.kind() == Kind.WORD && next != null && next.is("(") && !HARMLESS.contains(word.text());
    }
}
