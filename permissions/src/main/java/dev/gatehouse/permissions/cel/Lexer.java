package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts the text of an expression into words.
///
/// @spec https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax CEL: Syntax
final class Lexer {

    private static final String TWO = "== != <= >= && ||";
    private static final String ONE = "<>!+-*/%?:.,()[]{}";

    private final String source;
    private final Faults faults;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String source, Faults faults) {
        this.source = source;
        this.faults = faults;
    }

    /// @return at least the token that stands for the end
    static List<Token> read(String source, Faults faults) {
        var lexer = new Lexer(source, faults);
        while (lexer.at < source.length()) lexer.next();
        lexer.tokens.add(new Token(Kind.END, "", source.length()));
        return lexer.tokens;
    }

    private void next() {
        var character = source.charAt(at);
        if (Character.isWhitespace(character)) at++;
        else if (source.startsWith("//", at)) at = endOfLine();
        else if (isDigit(character) || character == '.' && isDigit(peek(1))) number();
        else if (Quoted.beginsAt(source, at)) string();
        else if (isLetter(character)) word();
        else symbol();
    }

    private void string() {
        var quoted = Quoted.read(source, at, faults);
        tokens.add(new Token(Kind.STRING, quoted.meaning(), at));
        at = quoted.end();
    }

    private void word() {
        var end = at;
        while (end < source.length() && isPartOfWord(source.charAt(end))) end++;
        take(Kind.WORD, end);
    }

    private void number() {
        var end = at;
        if (source.startsWith("0x", at) || source.startsWith("0X", at)) {
            end = at + 2;
            while (end < source.length() && Character.digit(source.charAt(end), 16) >= 0) end++;
            takeWhole(end);
            return;
        }
        end = digits(end);
        var fraction = end < source.length() && source.charAt(end) == '.' && isDigit(charAt(end + 1));
        if (fraction) end = digits(end + 1);
        var exponent = exponent(end);
        if (fraction || exponent > end) take(Kind.DOUBLE, exponent);
        else takeWhole(end);
    }

    private void takeWhole(int end) {
        var unsigned = charAt(end) == 'u' || charAt(end) == 'U';
        take(unsigned ? Kind.UINT : Kind.INT, unsigned ? end + 1 : end);
    }

    private int exponent(int from) {
        if (charAt(from) != 'e' && charAt(from) != 'E') return from;
        var sign = charAt(from + 1) == '+' || charAt(from + 1) == '-' ? 1 : 0;
        return isDigit(charAt(from + 1 + sign)) ? digits(from + 1 + sign) : from;
    }

    private int digits(int from) {
        var end = from;
        while (isDigit(charAt(end))) end++;
        return end;
    }

    private void symbol() {
        var two = source.substring(at, Math.min(at + 2, source.length()));
        if (two.length() == 2 && !two.contains(" ") && TWO.contains(two)) take(Kind.SYMBOL, at + 2);
        else if (ONE.indexOf(source.charAt(at)) >= 0) take(Kind.SYMBOL, at + 1);
        else stranger();
    }

    private void stranger() {
        var character = source.codePointAt(at);
        faults.add(at, "the character " + Quoted.shown(character) + " means nothing here" + hint(character));
        at += Character.charCount(character);
    }

    private static String hint(int character) {
        return switch (character) {
            case '=' -> ": to compare, write \"==\"";
            case '&' -> ": and is \"&&\"";
            case '|' -> ": or is \"||\"";
            case '`' -> ": a member with such a name is read as map[\"name\"]";
            case '“', '”', '‘', '’' -> ": a string stands in ' or \"";
            default -> "";
        };
    }

    private void take(Kind kind, int end) {
        tokens.add(new Token(kind, source.substring(at, end), at));
        at = end;
    }

    private int endOfLine() {
        var end = source.indexOf('\n', at);
        return end < 0 ? source.length() : end;
    }

    private char peek(int ahead) {
        return charAt(at + ahead);
    }

    private char charAt(int place) {
        return place < source.length() ? source.charAt(place) : '\0';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isLetter(char character) {
        return character == '_' || character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }

    private static boolean isPartOfWord(char character) {
        return isLetter(character) || isDigit(character);
    }
}
