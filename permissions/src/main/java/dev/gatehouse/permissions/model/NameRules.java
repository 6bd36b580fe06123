package dev.gatehouse.permissions.model;

import static dev.gatehouse.permissions.model.ModelFault.quoted;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How things are called.
final class NameRules {

    /// 1.2 is the same language for models that were put together from modules.
    private static final List<String> VERSIONS = List.of("1.1", "1.2");

    private static final Set<String> RESERVED = Set.of("self", "this");

    /// Names in expressions, as CEL has them.
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,49}");

    private static final Set<String> TAKEN_BY_CEL = Set.of("true", "false", "null", "in");

    private static final int LONGEST_TYPE = 254;
    private static final int LONGEST_OTHER = 50;

    private NameRules() {}

    static void theVersionIsKnown(Known known, Faults faults) {
        var version = known.draft().schemaVersion();
        var isMissing = version.text().isEmpty();
        if (VERSIONS.contains(version.text()) || isMissing && !faults.isEmpty()) return;
        var message = isMissing
                ? "The version of the language is missing: 1.1."
                : quoted(version.text()) + " is no version of the language that is known here; write 1.1.";
        faults.add(new ModelFault(version.place(), message, version.text(), VERSIONS));
    }

    static void namesAreNames(Known known, Faults faults) {
        for (var type : known.draft().types()) {
            judge(type.name(), LONGEST_TYPE, faults);
            type.relations().forEach(relation -> judge(relation.name(), LONGEST_OTHER, faults));
        }
        for (var condition : known.draft().conditions()) {
            judge(condition.name(), LONGEST_OTHER, faults);
            condition.parameters().forEach(parameter -> judgeParameter(parameter.name(), faults));
        }
    }

    private static void judge(Word name, int longest, Faults faults) {
        var length = name.text().length();
        if (length == 0) faults.add(name, "A name is missing here.");
        else if (length > longest)
            faults.add(name, quoted(name.text()) + " is longer than the " + longest + " characters of a name.");
        else if (!name.text().codePoints().allMatch(NameRules::mayBeInName))
            faults.add(
                    name,
                    quoted(name.text())
                            + " has a character that no name has: a space, a control character or one of `:#@,[](){}<>*`.");
    }

    private static boolean mayBeInName(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> ":#@,[](){}<>*".indexOf(character) < 0;
        };
    }

    private static void judgeParameter(Word name, Faults faults) {
        var text = name.text();
        if (PARAMETER.matcher(text).matches() && !TAKEN_BY_CEL.contains(text)) return;
        faults.add(
                name,
                quoted(text) + " cannot be a parameter's name: letters, digits and `_`, 50 at most, no digit first.");
    }

    static void namesAreNotReserved(Known known, Faults faults) {
        names(known)
                .filter(name -> RESERVED.contains(name.text()))
                .forEach(name -> faults.add(name, quoted(name.text()) + " is reserved; call it otherwise."));
    }

    private static Stream<Word> names(Known known) {
        return known.draft().types().stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(type.name()), type.relations().stream().map(Draft.Relation::name)));
    }

    static void namesAreThereOnce(Known known, Faults faults) {
        known.draft().types().stream().map(Draft.Type::name).forEach(once("The type", "", faults));
        for (var type : known.draft().types()) {
            var where = " in the type " + quoted(type.name().text());
            type.relations().stream().map(Draft.Relation::name).forEach(once("The relation", where, faults));
        }
        known.draft().conditions().stream().map(Draft.Condition::name).forEach(once("The condition", "", faults));
        for (var condition : known.draft().conditions()) {
            var where = " in the condition " + quoted(condition.name().text());
            condition.parameters().stream().map(Draft.Parameter::name).forEach(once("The parameter", where, faults));
        }
    }

    private static Consumer<Word> once(String what, String where, Faults faults) {
        var seen = new HashSet<String>();
        return name -> {
            if (seen.add(name.text())) return;
            faults.add(name, what + " " + quoted(name.text()) + " is defined before" + where + ".");
        };
    }
}
