package dev.gatehouse.migrations;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.migrations.engine.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The version table in a script.
///
/// @param name its name
record VersionScript(String name) {

    /// A database that went back to base has the table already.
    String create() {
        return "create table if not exists %s (revision text not null, constraint pk_%s primary key (revision))"
                .formatted(quoted(name), name);
    }

    /// As many rows as there should be, and no other.
    Change.Demand standsAt(Set<String> heads) {
        var others = heads.isEmpty()
                ? "count(*)"
                : "count(case when revision not in (%s) then 1 end)".formatted(literals(heads));
        return new Change.Demand(
                "select abs(count(*) - %d) + %s from %s".formatted(heads.size(), others, quoted(name)),
                "the database does not stand at %s: nothing was changed".formatted(Ids.of(heads)));
    }

    /// From the rows before the step to those after it.
    List<String> moves(Set<String> before, Set<String> after) {
        var moves = new ArrayList<String>();
        before.stream()
                .filter(head -> !after.contains(head))
                .sorted()
                .forEach(head -> moves.add("delete from %s where revision = '%s'".formatted(quoted(name), head)));
        after.stream()
                .filter(head -> !before.contains(head))
                .sorted()
                .forEach(head -> moves.add("insert into %s (revision) values ('%s')".formatted(quoted(name), head)));
        return moves;
    }

    private static String literals(Set<String> ids) {
        return ids.stream().sorted().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }
}
