package dev.gatehouse.permissions.cel;

import static java.util.Map.entry;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts the words of an expression together: one method a line of CEL's grammar, from the weakest bond to the
/// strongest.
///
/// After the first mistake the rest would be guessed, so the parser goes to the end and says nothing more.
///
/// @spec https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax CEL: Syntax
final class Parser {

    /// How deep an expression may be nested: the checker and the evaluator go down as deep as it does.
    static final int DEEPEST = 100;

    private static final int NONE = 0;
    private static final int WEAKEST = 1;

    /// How strongly the operators bind.
    private static final Map<String, Integer> BONDS = Map.ofEntries(
            entry("||", WEAKEST),
            entry("&&", 2),
            entry("==", 3),
            entry("!=", 3),
            entry("<", 3),
            entry("<=", 3),
            entry(">", 3),
            entry(">=", 3),
            entry("in", 3),
            entry("+", 4),
            entry("-", 4),
            entry("*", 5),
            entry("/", 5),
            entry("%", 5));

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
        var condition = joined(WEAKEST);
        var question = token();
        if (take("?")) {
            var yes = joined(WEAKEST);
            expect(":", "\":\" and the other branch");
            condition = node(new Operation("?:", List.of(condition, yes, expression()), question.at()));
        }
        depth--;
        return condition;
    }

    /// @param bond leaves alone what binds less than this
    private Syntax joined(int bond) {
        var left = unary();
        while (bond() >= bond) {
            var symbol = advance();
            left = node(new Operation(symbol.text(), operands(left, symbol), symbol.at()));
        }
        return left;
    }

    /// Many of `&&` or `||` in a row are one operation, so that a long list of alternatives is not a deep
    /// one.
    private List<Syntax> operands(Syntax left, Token symbol) {
        var bond = BONDS.get(symbol.text());
        if (!symbol.is("&&") && !symbol.is("||")) return List.of(left, joined(bond + 1));
        var operands = new ArrayList<>(List.of(left, joined(bond + 1)));
        while (take(symbol.text())) operands.add(joined(bond + 1));
        return List.copyOf(operands);
    }

    private int bond() {
        return token().kind() == Kind.STRING ? NONE : BONDS.getOrDefault(token().text(), NONE);
    }

    /// Two of a sign cancel each other out: `--x` is `x` even where `-x` has no place in 64 bits.
    private Syntax unary() {
        var sign = token();
        if (!isSign()) return member();
        var odd = false;
        while (isSign() && token().is(sign.text())) {
            advance();
            odd = !odd;
        }
        var operand = member();
        return odd ? node(new Operation(sign.text(), List.of(operand), sign.at())) : operand;
    }

    /// The minus of a number belongs to the number.
    private boolean isSign() {
        return token().is("!") || token().is("-") && !isNumber(tokens.get(next + 1));
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
        if (isSign()) return fault(at, "put what stands after the other sign in parentheses");
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

    private static boolean isNumber(Token token) {
        return token.kind() == Kind.INT || token.kind() == Kind.DOUBLE;
    }
}
