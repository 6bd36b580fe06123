package dev.gatehouse.migrations.engine;

import dev.gatehouse.migrations.shape.SqlText;
import dev.gatehouse.migrations.shape.SqlText.Kind;
import dev.gatehouse.migrations.shape.SqlText.Token;
import java.util.ArrayList;
import java.util.List;

/// Reads the words of a statement one after another.
final class SqlCursor {

    private final List<Token> tokens;
    private int at;

    SqlCursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    static SqlCursor of(String sql) {
        return new SqlCursor(SqlText.of(sql).tokens());
    }

    boolean hasMore() {
        return at < tokens.size();
    }

    /// Whether these words come next; goes past them if so.
    boolean take(String... words) {
        if (at + words.length > tokens.size()) return false;
        for (var word = 0; word < words.length; word++) {
            if (!tokens.get(at + word).is(words[word])) return false;
        }
        at += words.length;
        return true;
    }

    boolean isNext(String word) {
        return hasMore() && tokens.get(at).is(word);
    }

    /// Whether the next word is a keyword's place taken by a name in quotes.
    boolean isNextQuoted() {
        return hasMore() && tokens.get(at).kind() == Kind.QUOTED;
    }

    Token next() {
        if (!hasMore()) throw new UnreadableSql("it ends too early");
        return tokens.get(at++);
    }

    /// A name, with the schema before it left out.
    String name() {
        var name = next();
        if (name.kind() == Kind.LITERAL || name.kind() == Kind.SYMBOL) {
            throw new UnreadableSql("a name was expected at " + name.text());
        }
        return take(".") ? name() : name.text();
    }

    /// What stands between this bracket and the one that closes it.
    SqlCursor inBrackets() {
        if (!take("(")) throw new UnreadableSql("a bracket was expected");
        var from = at;
        for (var depth = 1; depth > 0; ) {
            var token = next();
            if (token.is("(")) depth++;
            if (token.is(")")) depth--;
        }
        return new SqlCursor(tokens.subList(from, at - 1));
    }

    /// The parts between commas that stand in no bracket.
    List<SqlCursor> byCommas() {
        var parts = new ArrayList<SqlCursor>();
        var from = at;
        var depth = 0;
        while (hasMore()) {
            var token = next();
            if (token.is("(")) depth++;
            if (token.is(")")) depth--;
            if (token.is(",") && depth == 0) {
                parts.add(new SqlCursor(tokens.subList(from, at - 1)));
                from = at;
            }
        }
        parts.add(new SqlCursor(tokens.subList(from, at)));
        return parts;
    }

    /// Everything that is left, as text.
    String rest() {
        var rest = new SqlText(tokens.subList(at, tokens.size())).sql();
        at = tokens.size();
        return rest;
    }

    List<String> namesInBrackets() {
        return inBrackets().byCommas().stream().map(SqlCursor::onlyName).toList();
    }

    private String onlyName() {
        var name = name();
        if (hasMore()) throw new UnreadableSql("only a name was expected, not: " + name + " " + rest());
        return name;
    }
}
