package dev.gatehouse.permissions.check;

/// How the names in questions are written. Every question is asked about it, so no regular expression is.
final class Spelling {

    /// @spec https://github.com/openfga/api/blob/main/openfga/v1/openfga.proto OpenFGA: lengths of names
    private static final int LONGEST_TYPE = 254;

    private static final int LONGEST_RELATION = 50;

    private Spelling() {}

    /// TYPE:ID, everybody of a type among them.
    static boolean isObject(String name) {
        return isObject(name, name.length());
    }

    /// TYPE:ID or TYPE:ID#RELATION.
    static boolean isUser(String name) {
        var hash = name.indexOf('#');
        if (hash < 0) return isObject(name);
        return isObject(name, hash) && isWord(name, hash + 1, name.length(), LONGEST_RELATION);
    }

    private static boolean isObject(String name, int end) {
        var colon = name.indexOf(':');
        return colon >= 0 && colon < end && isWord(name, 0, colon, LONGEST_TYPE) && isId(name, colon + 1, end);
    }

    private static boolean isId(String name, int begin, int end) {
        for (int i = begin; i < end; i++) if (name.charAt(i) == '#' || isSpace(name.charAt(i))) return false;
        return begin < end;
    }

    private static boolean isWord(String name, int begin, int end, int most) {
        for (int i = begin; i < end; i++) {
            var c = name.charAt(i);
            if (c == ':' || c == '#' || c == '@' || isSpace(c)) return false;
        }
        return begin < end && (end - begin <= most || name.codePointCount(begin, end) <= most);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
