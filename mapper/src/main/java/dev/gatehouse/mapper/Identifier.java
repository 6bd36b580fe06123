package dev.gatehouse.mapper;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The names of tables, columns and constraints: lower snake case, so that they need no quotes and mean the same
/// on both databases, and 63 bytes at most, where PostgreSQL cuts names in silence.
///
/// @spec https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS PostgreSQL,
/// identifiers
public final class Identifier {
    /// PostgreSQL's limit, in bytes.
    public static final int MAX_LENGTH = 63;

    private static final Pattern LOWER_SNAKE = Pattern.compile("[a-z][a-z0-9_]*");

    /// Words that at least one of the two databases does not take bare as a column or table name.
    private static final Set<String> RESERVED = Set.of("""
            abort action add after all alter always analyse analyze and any array as asc asymmetric attach authorization
            autoincrement before begin between binary both by cascade case cast check collate collation column commit
            concurrently conflict constraint create cross current current_catalog current_date current_role
            current_schema current_time current_timestamp current_user database default deferrable deferred delete desc
            detach distinct do drop each else end escape except exclude exclusive exists explain fail false fetch filter
            first following for foreign freeze from full generated glob grant group groups having if ignore ilike
            immediate in index indexed initially inner insert instead intersect into is isnull join key last lateral
            leading left like limit localtime localtimestamp match materialized natural no not nothing notnull null
            nulls of offset on only or order others outer over overlaps partition placing plan pragma preceding primary
            query raise range recursive references regexp reindex release rename replace restrict returning right
            rollback row rows savepoint select session_user set similar some symmetric system_user table tablesample
            temp temporary then ties to trailing transaction trigger true unbounded union unique update user using
            vacuum values variadic verbose view virtual when where window with without
            """.strip().split("\\s+"));

    private Identifier() {}

    /// The name itself, or a refusal that says what is wrong with it.
    ///
    /// @param what what the name is for, used in the refusal: `table`, `column of account`
    /// @throws IllegalArgumentException if it is no lower snake case or longer than [#MAX_LENGTH]
    public static String checked(String what, String name) {
        if (name == null || !LOWER_SNAKE.matcher(name).matches())
            throw new IllegalArgumentException(
                    what + " \"" + name + "\": a name is lower snake case and starts with a letter");
        if (name.length() > MAX_LENGTH)
            throw new IllegalArgumentException(
                    what + " \"" + name + "\": " + name.length() + " bytes, at most " + MAX_LENGTH + " are kept");
        return name;
    }

    /// The name as it stands in SQL text: bare, or in quotes where it is a reserved word or not lower snake case.
    public static String quoted(String name) {
        if (LOWER_SNAKE.matcher(name).matches() && !RESERVED.contains(name)) return name;
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// A name by convention, `ck_account_status`. One that grew too long ends in a digest of itself, so that it
    /// stays the same from build to build.
    static String byConvention(String... parts) {
        var name = String.join("_", parts);
        if (name.length() <= MAX_LENGTH) return name;
        var digest = new CRC32();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        var suffix = "_" + HexFormat.of().toHexDigits((int) digest.getValue());
        return name.substring(0, MAX_LENGTH - suffix.length()) + suffix;
    }
}
