package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.Syntax.Call;
import dev.gatehouse.permissions.cel.Syntax.Elements;
import dev.gatehouse.permissions.cel.Syntax.Entries;
import dev.gatehouse.permissions.cel.Syntax.Literal;
import dev.gatehouse.permissions.cel.Syntax.Name;
import dev.gatehouse.permissions.cel.Syntax.Operation;
import dev.gatehouse.permissions.cel.Syntax.Select;
import dev.gatehouse.permissions.cel.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts the words of an expression together, by how strongly the operators between them bind.
///
/// @spec https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax CEL: Syntax
final class Parser {

    /// How deep an expression may be nested: the checker and the evaluator go down as deep as it does.
    static final int DEEPEST = 100;

    private final Cursor cursor;
    private int depth;

    private Parser(Cursor cursor) {
        this.cursor = cursor;
    }

    static Syntax parse(List<Token> tokens, Faults faults) {
        var cursor = new Cursor(tokens, faults);
        var whole = new Parser(cursor).expression();
        if (cursor.token().kind() != Kind.END) cursor.unexpected("an operator or the end");
        return whole;
    }

    private Syntax expression() {
        if (++depth > DEEPEST) return cursor.fault(cursor.token().at(), tooDeep());
        var condition = joined(Words.WEAKEST);
        var question = cursor.token();
        if (cursor.take("?")) {
            var yes = joined(Words.WEAKEST);
            cursor.expect(":", "\":\" and the other branch");
            condition = node(new Operation("?:", List.of(condition, yes, expression()), question.at()));
        }
        depth--;
        return condition;
    }

    /// @param bond leaves alone what binds less than this
    private Syntax joined(int bond) {
        var left = unary();
        while (Words.bond(cursor.token()) >= bond) {
            var symbol = cursor.advance();
            left = node(new Operation(symbol.text(), operands(left, symbol), symbol.at()));
        }
        return left;
    }

    /// Many of `&&` or `||` in a row are one operation, so that a long list of alternatives is not a deep
    /// one.
    private List<Syntax> operands(Syntax left, Token symbol) {
        var bond = Words.bond(symbol);
        if (!symbol.is("&&") && !symbol.is("||")) return List.of(left, joined(bond + 1));
        var operands = new ArrayList<>(List.of(left, joined(bond + 1)));
        while (cursor.take(symbol.text())) operands.add(joined(bond + 1));
        return List.copyOf(operands);
    }

    /// Two of a sign cancel each other out: `--x` is `x` even where `-x` has no place in 64 bits.
    private Syntax unary() {
        var sign = cursor.token();
        if (!cursor.isSign()) return member();
        var odd = false;
        while (cursor.isSign() && cursor.token().is(sign.text())) {
            cursor.advance();
            odd = !odd;
        }
        var operand = member();
        return odd ? node(new Operation(sign.text(), List.of(operand), sign.at())) : operand;
    }

    private Syntax member() {
        var operand = primary();
        while (true) {
            var at = cursor.token().at();
            if (cursor.take(".")) operand = node(selection(operand));
            else if (cursor.take("[")) operand = node(new Operation("[]", List.of(operand, closed()), at));
            else if (cursor.token().is("{") && operand instanceof Name)
                return cursor.fault(at, "there are no messages to build in conditions");
            else return operand;
        }
    }

    private Syntax closed() {
        var index = expression();
        cursor.expect("]", "\"]\"");
        return index;
    }

    private Syntax selection(Syntax operand) {
        var field = cursor.token();
        if (field.is("?"))
            return cursor.fault(field.at(), "there are no optional members in conditions: ask has(…) first");
        if (field.kind() != Kind.WORD || Words.VALUES.contains(field.text()))
            return cursor.unexpected("the name of a member");
        cursor.advance();
        if (!cursor.take("(")) return new Select(operand, field.text(), field.at());
        return new Call(Optional.of(operand), field.text(), list(")"), field.at());
    }

    private Syntax primary() {
        var token = cursor.token();
        return switch (token.kind()) {
            case WORD -> word();
            case STRING -> literal(new Value.Text(cursor.advance().text()), token.at());
            case INT, UINT, DOUBLE -> number("");
            case SYMBOL -> symbol();
            case END -> cursor.unexpected("a value");
        };
    }

    private Syntax word() {
        var word = cursor.advance();
        return switch (word.text()) {
            case "true" -> literal(Value.Bool.TRUE, word.at());
            case "false" -> literal(Value.Bool.FALSE, word.at());
            case "null" -> literal(Value.Null.NULL, word.at());
            case "in" -> cursor.fault(word.at(), "\"in\" needs a value before it");
            default -> name(word);
        };
    }

    private Syntax name(Token word) {
        if (Words.RESERVED.contains(word.text()))
            return cursor.fault(word.at(), word.called() + " is a reserved word of CEL");
        if (!cursor.take("(")) return new Name(word.text(), word.at());
        return node(new Call(Optional.empty(), word.text(), list(")"), word.at()));
    }

    private Syntax symbol() {
        var at = cursor.token().at();
        if (cursor.take("(")) {
            var inner = expression();
            cursor.expect(")", "\")\"");
            return inner;
        }
        if (cursor.take("[")) return node(new Elements(list("]"), at));
        if (cursor.take("{")) return node(new Entries(entries(), at));
        if (cursor.isSign()) return cursor.fault(at, "put what stands after the other sign in parentheses");
        if (cursor.take("-")) return number("-");
        if (cursor.take(".")
                && cursor.token().kind() == Kind.WORD
                && !Words.VALUES.contains(cursor.token().text())) return name(cursor.advance());
        return cursor.unexpected("a value");
    }

    private Syntax number(String sign) {
        var digits = cursor.advance();
        var value = Numbers.literal(sign, digits);
        return value.isPresent()
                ? literal(value.get(), digits.at())
                : cursor.fault(digits.at(), sign + digits.text() + " is no number of 64 bits");
    }

    /// Up to its closing bracket; a comma may stand after the last.
    private List<Syntax> list(String end) {
        var parts = new ArrayList<Syntax>();
        while (!cursor.take(end)) {
            parts.add(expression());
            if (!cursor.take(",") && !cursor.token().is(end)) cursor.unexpected("\",\" or \"" + end + "\"");
            if (cursor.isLost()) break;
        }
        return List.copyOf(parts);
    }

    private List<Syntax> entries() {
        var parts = new ArrayList<Syntax>();
        while (!cursor.take("}")) {
            parts.add(expression());
            cursor.expect(":", "\":\" and the value of this key");
            parts.add(expression());
            if (!cursor.take(",") && !cursor.token().is("}")) cursor.unexpected("\",\" or \"}\"");
            if (cursor.isLost()) break;
        }
        return List.copyOf(parts);
    }

    private static Syntax literal(Value value, int at) {
        return new Literal(value, at);
    }

    private Syntax node(Syntax built) {
        return built.depth() > DEEPEST ? cursor.fault(built.at(), tooDeep()) : built;
    }

    private static String tooDeep() {
        return "nested deeper than " + DEEPEST;
    }
}
