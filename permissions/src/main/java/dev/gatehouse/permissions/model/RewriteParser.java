package dev.gatehouse.permissions.model;

import static dev.gatehouse.permissions.model.ModelFault.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what stands behind `define viewer:`.
///
/// The language's own words are words only where one is due, so that a relation may be called `or`.
final class RewriteParser {

    private final Cursor cursor;
    private Optional<List<Draft.Direct>> directTypes = Optional.empty();

    RewriteParser(Cursor cursor) {
        this.cursor = cursor;
    }

    private enum Operator {
        OR,
        AND,
        BUT_NOT;

        String word() {
            return this == BUT_NOT ? "but not" : this == AND ? "and" : "or";
        }
    }

    Draft.Relation read(Word name) {
        directTypes = Optional.empty();
        var rewrite = rewrite(0);
        if (cursor.peek().isSign(')'))
            throw cursor.stumbled(cursor.peek(), "No `(` is open here.", "the end of the line");
        cursor.expectLineEnd("`or`", "`and`", "`but not`");
        return new Draft.Relation(name, rewrite, directTypes.orElse(List.of()));
    }

    private Draft.Rewrite rewrite(int depth) {
        var first = operand(depth);
        var operator = operator();
        if (operator.isEmpty()) return first;
        var children = new ArrayList<>(List.of(first));
        do {
            take(operator.get());
            children.add(operand(depth));
        } while (operator.get() != Operator.BUT_NOT && operator().equals(operator));
        refuseMixture(operator.get());
        return switch (operator.get()) {
            case OR -> new Draft.Rewrite.Union(children);
            case AND -> new Draft.Rewrite.Intersection(children);
            case BUT_NOT -> new Draft.Rewrite.Exclusion(children.getFirst(), children.getLast());
        };
    }

    private void refuseMixture(Operator before) {
        operator().ifPresent(next -> {
            var both = quoted(next.word()) + " behind " + quoted(before.word());
            throw cursor.stumbled(
                    cursor.peek(),
                    both + ": put parentheses around what belongs together, `(a " + before.word() + " b) " + next.word()
                            + " c`.",
                    before == Operator.BUT_NOT ? "the end of the line" : quoted(before.word()));
        });
    }

    private Optional<Operator> operator() {
        var token = cursor.peek();
        if (token.isWord("or")) return Optional.of(Operator.OR);
        if (token.isWord("and")) return Optional.of(Operator.AND);
        if (token.isWord("but") && cursor.peekSecond().isWord("not")) return Optional.of(Operator.BUT_NOT);
        return Optional.empty();
    }

    /// OpenFGA's tools refuse `[user]or owner` and `not(owner)`: a text that is good here shall be good
    /// there.
    private void take(Operator operator) {
        if (cursor.touches()) tellMissingSpace("before", operator);
        cursor.take();
        if (operator == Operator.BUT_NOT) cursor.take();
        if (cursor.touches()) tellMissingSpace("behind", operator);
    }

    /// What is meant is clear all the same, so reading goes on.
    private void tellMissingSpace(String where, Operator operator) {
        cursor.tell(cursor.peek(), "Put a space " + where + " " + quoted(operator.word()) + ".", "a space");
    }

    private Draft.Rewrite operand(int depth) {
        var token = cursor.peek();
        if (token.isSign('(')) return inParentheses(depth);
        if (token.isSign('[')) return inBrackets();
        if (!token.isWord() || isOutOfPlace()) throw cursor.stumbled("a relation", "`[`", "`(`");
        var relation = cursor.take().word();
        if (!cursor.takeIf("from")) return new Draft.Rewrite.Computed(relation);
        return new Draft.Rewrite.From(relation, cursor.expectName("the relation that leads there"));
    }

    /// `or reader`: nobody means a relation that is called so.
    private boolean isOutOfPlace() {
        if (operator().isEmpty() && !cursor.peek().isWord("from")) return false;
        var next = cursor.peekSecond();
        return cursor.peek().isWord("but") || next.isSign('(') || next.isSign('[') || isPlainWord(next);
    }

    private static boolean isPlainWord(Token token) {
        return token.isWord() && !List.of("or", "and", "but", "from").contains(token.text());
    }

    private Draft.Rewrite inParentheses(int depth) {
        var open = cursor.take();
        if (depth == ModelLimits.NESTING)
            throw cursor.stumbled(
                    open, "Nested deeper than " + ModelLimits.NESTING + ". Define a relation for a part.");
        var rewrite = rewrite(depth + 1);
        if (!cursor.peek().isSign(')')) throw cursor.stumbled("`or`", "`and`", "`but not`", "`)`");
        cursor.take();
        return rewrite;
    }

    /// Brackets may stand anywhere, and more than once: other forms of a model can say so. They are one list.
    private Draft.Rewrite inBrackets() {
        var open = cursor.peek();
        var list = new DirectTypesParser(cursor).read();
        if (directTypes.isPresent() && !isSame(directTypes.get(), list))
            throw cursor.stumbled(
                    open, "A relation has one list of those it is given to directly. Put all into the first brackets.");
        if (directTypes.isEmpty()) directTypes = Optional.of(list);
        return new Draft.Rewrite.This(open.place());
    }

    private static boolean isSame(List<Draft.Direct> one, List<Draft.Direct> other) {
        return one.stream()
                .map(Draft.Direct::finished)
                .toList()
                .equals(other.stream().map(Draft.Direct::finished).toList());
    }
}
