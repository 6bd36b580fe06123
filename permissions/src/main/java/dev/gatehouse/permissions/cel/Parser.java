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
import java.util.Set;
import java.util.function.Supplier;

/// Puts the words of an expression together: one method a line of CEL's grammar, from the weakest bond to the
/// strongest.
///
/// After the first mistake the rest would be guessed, so the parser goes to the end and says nothing more.
///
/// @spec https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax CEL: Syntax
final class Parser {

    /// How deep an expression may be nested: the checker and the evaluator go down as deep as it does.
    static final int DEEPEST = 200;

    private static final Set<String> RELATIONS = Set.of("==", "!=", "<", "<=", ">", ">=", "in");
    private static final Set<String> SUMS = Set.of("+", "-");
    private static final Set<String> PRODUCTS = Set.of("*", "/", "%");
    private static final Set<String> VALUES = Set.of("true", "false", "null", "in");
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private final List<Token> tokens;
    private final Faults faults;
    private int next;
    private int depth;
    private boolean lost;

    private Parser(List<Token> tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    static Syntax parse(List<Token> tokens, Faults faults) {
        var parser = new Parser(tokens, faults);
        var whole = parser.expression();
        if (parser.token().kind() != Kind.END) parser.unexpected("an operator or the end");
        return whole;
    }

    private Syntax expression() {
        if (++depth > DEEPEST) return fault(token().at(), tooDeep());
        var condition = joined("||", () -> joined("&&", this::relation));
        var question = token();
        if (take("?")) {
            var yes = joined("||", () -> joined("&&", this::relation));
            expect(":", "\":\" and the other branch");
            condition = node(new Operation("?:", List.of(condition, yes, expression()), question.at()));
        }
        depth--;
        return condition;
    }

    /// Many in a row are one operation, so that a long list of alternatives is not a deep one.
    private Syntax joined(String symbol, Supplier<Syntax> part) {
        var first = part.get();
        if (!token().is(symbol)) return first;
        var at = token().at();
        var operands = new ArrayList<>(List.of(first));
        while (take(symbol)) operands.add(part.get());
        return node(new Operation(symbol, List.copyOf(operands), at));
    }

    private Syntax relation() {
        return chain(RELATIONS, () -> chain(SUMS, () -> chain(PRODUCTS, this::unary)));
    }

    private Syntax chain(Set<String> symbols, Supplier<Syntax> part) {
        var left = part.get();
        while (isOneOf(symbols)) {
            var symbol = advance();
            left = node(new Operation(symbol.text(), List.of(left, part.get()), symbol.at()));
        }
        return left;
    }

    private Syntax unary() {
        var signs = new ArrayList<Token>();
        while (token().is("!") || token().is("-") && !isNumber(tokens.get(next + 1))) sign(signs, advance());
        var operand = member();
        for (var sign : signs.reversed()) operand = node(new Operation(sign.text(), List.of(operand), sign.at()));
        return operand;
    }

    /// Two in a row cancel each other out: `--x` is `x` even where `-x` has no place in 64 bits.
    private static void sign(List<Token> signs, Token sign) {
        if (!signs.isEmpty() && signs.getLast().text().equals(sign.text())) signs.removeLast();
        else signs.add(sign);
    }

    private Syntax member() {
        var operand = primary();
        while (true) {
            var at = token().at();
            if (take(".")) operand = node(selection(operand));
            else if (take("[")) operand = node(new Operation("[]", List.of(operand, closed()), at));
            else if (token().is("{") && operand instanceof Name)
                return fault(at, "there are no messages to build in conditions");
            else return operand;
        }
    }

    private Syntax closed() {
        var index = expression();
        expect("]", "\"]\"");
        return index;
    }

    private Syntax selection(Syntax operand) {
        var field = token();
        if (field.is("?")) return fault(field.at(), "there are no optional members in conditions: ask has(…) first");
        if (field.kind() != Kind.WORD || VALUES.contains(field.text())) return unexpected("the name of a member");
        advance();
        if (!take("(")) return new Select(operand, field.text(), field.at());
        return new Call(Optional.of(operand), field.text(), list(")"), field.at());
    }

    private Syntax primary() {
        var token = token();
        return switch (token.kind()) {
            case WORD -> word();
            case STRING -> literal(new Value.Text(advance().text()), token.at());
            case INT, UINT, DOUBLE -> number("");
            case SYMBOL -> symbol();
            case END -> unexpected("a value");
        };
    }

    private Syntax word() {
        var word = advance();
        return switch (word.text()) {
            case "true" -> literal(Value.Bool.TRUE, word.at());
            case "false" -> literal(Value.Bool.FALSE, word.at());
            case "null" -> literal(Value.Null.NULL, word.at());
            case "in" -> fault(word.at(), "\"in\" needs a value before it");
            default -> name(word);
        };
    }

    private Syntax name(Token word) {
        if (RESERVED.contains(word.text())) return fault(word.at(), word.called() + " is a reserved word of CEL");
        if (!take("(")) return new Name(word.text(), word.at());
        return node(new Call(Optional.empty(), word.text(), list(")"), word.at()));
    }

    private Syntax symbol() {
        var at = token().at();
        if (take("(")) {
            var inner = expression();
            expect(")", "\")\"");
            return inner;
        }
        if (take("[")) return node(new Elements(list("]"), at));
        if (take("{")) return node(new Entries(entries(), at));
        if (take("-")) return number("-");
        if (take(".") && token().kind() == Kind.WORD && !VALUES.contains(token().text())) return name(advance());
        return unexpected("a value");
    }

    private Syntax number(String sign) {
        var digits = advance();
        var value = Numbers.literal(sign, digits);
        return value.isPresent()
                ? literal(value.get(), digits.at())
                : fault(digits.at(), sign + digits.text() + " is no number of 64 bits");
    }

    /// Up to its closing bracket; a comma may stand after the last.
    private List<Syntax> list(String end) {
        var parts = new ArrayList<Syntax>();
        while (!take(end)) {
            parts.add(expression());
            if (!take(",") && !token().is(end)) unexpected("\",\" or \"" + end + "\"");
            if (lost) break;
        }
        return List.copyOf(parts);
    }

    private List<Syntax> entries() {
        var parts = new ArrayList<Syntax>();
        while (!take("}")) {
            parts.add(expression());
            expect(":", "\":\" and the value of this key");
            parts.add(expression());
            if (!take(",") && !token().is("}")) unexpected("\",\" or \"}\"");
            if (lost) break;
        }
        return List.copyOf(parts);
    }

    private static Syntax literal(Value value, int at) {
        return new Literal(value, at);
    }

    private Syntax node(Syntax built) {
        return built.depth() > DEEPEST ? fault(built.at(), tooDeep()) : built;
    }

    private static String tooDeep() {
        return "nested deeper than " + DEEPEST;
    }

    private void expect(String symbol, String expected) {
        if (!take(symbol)) unexpected(expected);
    }

    private Syntax unexpected(String expected) {
        return fault(token().at(), "expected " + expected + ", found " + token().called());
    }

    private Syntax fault(int at, String message) {
        if (!lost) faults.add(at, message);
        lost = true;
        next = tokens.size() - 1;
        return new Literal(Value.Null.NULL, at);
    }

    private boolean take(String symbol) {
        if (!token().is(symbol)) return false;
        next++;
        return true;
    }

    private Token advance() {
        var token = token();
        if (token.kind() != Kind.END) next++;
        return token;
    }

    private Token token() {
        return tokens.get(next);
    }

    private boolean isOneOf(Set<String> symbols) {
        return token().kind() != Kind.STRING && symbols.contains(token().text());
    }

    private static boolean isNumber(Token token) {
        return token.kind() == Kind.INT || token.kind() == Kind.DOUBLE;
    }
}
