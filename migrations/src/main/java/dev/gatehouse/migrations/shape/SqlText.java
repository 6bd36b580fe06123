package dev.gatehouse.migrations.shape;

import dev.gatehouse.mapper.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A piece of SQL, cut into its words: enough to find a column's name in a check, to rename it there, and to
/// compare two spellings. It does not parse.
public record SqlText(List<Token> tokens) {

    /// What a piece of text is.
    public enum Kind {
        /// A bare name or keyword.
        WORD,
        /// A name in quotes; its text is kept without them.
        QUOTED,
        /// A string, number or blob, kept as it is written.
        LITERAL,
        /// Anything else: `(`, `<=`, `::`.
        SYMBOL
    }

    /// One piece. Words are kept in lower case: that is how both databases compare them.
    public record Token(Kind kind, String text) {

        public boolean is(String wanted) {
            return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wanted);
        }

        boolean isName(String name) {
            return (kind == Kind.WORD || kind == Kind.QUOTED) && text.equals(name);
        }

        String sql() {
            return kind == Kind.QUOTED ? Identifier.quoted(text) : text;
        }
    }

    private static final Pattern TOKEN = Pattern.compile("""
            (?<space>\\s+|--[^\\n]*|/\\*.*?\\*/)\
            |(?<literal>[xX]'[^']*'|'(?:[^']|'')*'|(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)\
            |(?<quoted>"(?:[^"]|"")*"|`(?:[^`]|``)*`|\\[[^\\]]*])\
            |(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)\
            |(?<symbol>->>|\\|\\||::|->|[<>!=]=|<>|<<|>>|.)""", Pattern.DOTALL);

    public SqlText {
        tokens = List.copyOf(tokens);
    }

    public static SqlText of(String sql) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            if (matcher.group("literal") != null) tokens.add(new Token(Kind.LITERAL, matcher.group()));
            else if (matcher.group("quoted") != null) tokens.add(new Token(Kind.QUOTED, unquoted(matcher.group())));
            else if (matcher.group("word") != null) {
                tokens.add(new Token(Kind.WORD, matcher.group().toLowerCase(Locale.ROOT)));
            } else if (matcher.group("symbol") != null) tokens.add(new Token(Kind.SYMBOL, matcher.group()));
        }
        return new SqlText(tokens);
    }

    private static String unquoted(String quoted) {
        var mark = quoted.substring(0, 1);
        var inside = quoted.substring(1, quoted.length() - 1);
        return mark.equals("[") ? inside : inside.replace(mark + mark, mark);
    }

    /// Whether the text names this column; a function of that name does not count.
    public boolean mentions(String column) {
        for (var at = 0; at < tokens.size(); at++) {
            if (namesColumn(at, column)) return true;
        }
        return false;
    }

    /// The text with another name for a column.
    public String renamed(String column, String newName) {
        if (!mentions(column)) return sql();
        var changed = new ArrayList<Token>();
        for (var at = 0; at < tokens.size(); at++) {
            changed.add(namesColumn(at, column) ? new Token(Kind.QUOTED, newName) : tokens.get(at));
        }
        return new SqlText(changed).sql();
    }

    private boolean namesColumn(int at, String column) {
        return tokens.get(at).isName(column)
                && !(at + 1 < tokens.size() && tokens.get(at + 1).is("("));
    }

    /// The text in one spelling: words in lower case, one blank where blanks matter, quotes only where they are
    /// needed.
    public String sql() {
        var sql = new StringBuilder();
        Token before = null;
        var isSign = false;
        for (var token : tokens) {
            if (before != null && (isSign ? token.is("-") : needsBlank(before, token))) sql.append(' ');
            sql.append(token.sql());
            isSign = (token.is("-") || token.is("+")) && isBeforeValue(before);
            before = token;
        }
        return sql.toString();
    }

    /// Whether a value follows here, so that a minus is a sign and not a subtraction.
    private static boolean isBeforeValue(Token before) {
        return before == null
                || before.kind() == Kind.SYMBOL && !before.is(")")
                || before.kind() == Kind.WORD && KEYWORD_BEFORE_BRACKET.contains(before.text());
    }

    private static boolean needsBlank(Token before, Token after) {
        if (before.is("(") || before.is(".") || before.is("::") || after.is("::")) return false;
        if (after.is(")") || after.is(",") || after.is(".")) return false;
        return !after.is("(") || before.kind() != Kind.WORD || KEYWORD_BEFORE_BRACKET.contains(before.text());
    }

    private static final List<String> KEYWORD_BEFORE_BRACKET = List.of(
            "in", "and", "or", "not", "check", "when", "then", "else", "between", "like", "is", "case", "values", "as");

    @Override
    public String toString() {
        return tokens.stream().map(Token::sql).collect(Collectors.joining(" "));
    }
}
