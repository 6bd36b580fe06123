package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a verb is asked to go, in Alembic's words: `[BRANCH@][NAME][+N|-N]`.
///
/// @param text as it was said
/// @param branch a label, or a revision of the branch, that narrows what follows; empty: every branch
/// @param name `head`, `heads`, `base`, an id, a label or the beginning of one; empty: where the database stands
/// @param steps so many steps from there, forward when positive; empty: that place itself
record Target(String text, Optional<String> branch, Optional<String> name, OptionalInt steps) {

    static final String HEAD = "head";
    static final String HEADS = "heads";
    static final String BASE = "base";

    /// Only verbs that look at the database know it: `show current`, `history -r current:`.
    static final String CURRENT = "current";

    static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");

    private static final Pattern WORDS = Pattern.compile("(?:(\\w+)@)?(\\w+)?([+-]\\d{1,6})?");

    /// From one place to another, without asking a database: `A:B`, for SQL text.
    ///
    /// @param from where the database will stand; base if nothing was said
    record Range(Target from, Target to) {

        /// @param text `A:B`, `:B` or `B`
        static Range parse(String text) {
            var colon = text.indexOf(':');
            if (colon < 0) return new Range(Target.parse(BASE), Target.parse(text));
            var from = text.substring(0, colon);
            return new Range(Target.parse(from.isEmpty() ? BASE : from), Target.parse(text.substring(colon + 1)));
        }
    }

    static Target parse(String text) {
        if (text.contains(":")) {
            throw new MigrationException(
                    "Range revision not allowed: '%s' names two places, which is for --sql only".formatted(text));
        }
        var words = WORDS.matcher(text);
        if (!words.matches() || (words.group(2) == null && words.group(3) == null)) {
            throw new MigrationException(
                    "'%s' is no target: say head, base, +N, -N, a revision or the beginning of one, or a branch as in label@head"
                            .formatted(text));
        }
        var steps = words.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(words.group(3)));
        if (words.group(2) == null && steps.getAsInt() == 0) {
            throw new MigrationException("'%s' moves nowhere: say +1 or -1".formatted(text));
        }
        return new Target(text, Optional.ofNullable(words.group(1)), Optional.ofNullable(words.group(2)), steps);
    }

    /// Whether a revision or a branch of this name could not be told from a target.
    static boolean isWord(String name) {
        return Set.of(HEAD, HEADS, BASE, CURRENT).contains(name);
    }

    boolean isRelative() {
        return steps.isPresent();
    }
}
