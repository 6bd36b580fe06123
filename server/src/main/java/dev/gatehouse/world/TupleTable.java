package dev.gatehouse.world;

import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.world.RelationshipReader.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Relationships as a table: a line of headings, then a line a relationship.
///
/// @spec https://github.com/openfga/cli#write-relationship-tuples OpenFGA: tuples as CSV
final class TupleTable {

    private static final List<String> NEEDED = List.of("user_type", "user_id", "relation", "object_type", "object_id");
    private static final Set<String> KNOWN = WorldReader.names(
            "user_type",
            "user_id",
            "user_relation",
            "relation",
            "object_type",
            "object_id",
            "condition_name",
            "condition_context");

    private final String name;
    private final CsvFile csv;
    private final Faults faults;

    TupleTable(String name, String text, Faults faults) {
        this.name = name;
        this.csv = new CsvFile(name, text, faults);
        this.faults = faults;
    }

    List<Written> read() {
        var rows = csv.rows();
        if (rows.isEmpty()) return List.of();
        var headings = rows.getFirst().cells().stream().map(String::strip).toList();
        if (!fit(headings)) return List.of();
        return rows.stream()
                .skip(1)
                .filter(row -> isWhole(row, headings))
                .flatMap(row -> written(new Line(headings, row)).stream())
                .toList();
    }

    private boolean fit(List<String> headings) {
        var start = new Place(name, 1, 1);
        headings.stream()
                .filter(heading -> !KNOWN.contains(heading))
                .forEach(heading -> faults.add(
                        start, "There is no column " + heading + "; there may be " + String.join(", ", KNOWN) + "."));
        NEEDED.stream()
                .filter(needed -> !headings.contains(needed))
                .forEach(needed -> faults.add(start, "The column " + needed + " is missing."));
        return headings.containsAll(NEEDED);
    }

    private boolean isWhole(CsvFile.Row row, List<String> headings) {
        if (row.cells().size() == headings.size()) return true;
        faults.add(
                new Place(name, row.line(), 1),
                "Here are " + row.cells().size() + " cells for " + headings.size() + " columns.");
        return false;
    }

    /// @param headings of its cells
    private record Line(List<String> headings, CsvFile.Row row) {

        /// Empty where the column is not there.
        String at(String heading) {
            var index = headings.indexOf(heading);
            return index < 0 ? "" : row.cells().get(index);
        }
    }

    private Optional<Written> written(Line line) {
        var place = new Place(name, line.row().line(), 1);
        var relation = line.at("user_relation");
        var user = line.at("user_type") + ":" + line.at("user_id") + (relation.isEmpty() ? "" : "#" + relation);
        var object = line.at("object_type") + ":" + line.at("object_id");
        var condition = line.at("condition_name").isEmpty()
                ? Optional.<ConditionUse>empty()
                : Optional.of(new ConditionUse(line.at("condition_name"), context(line, place)));
        return Optional.of(new Written(new Relationship(object, line.at("relation"), user, condition), place, faults));
    }

    /// A cell of JSON.
    private Map<String, Object> context(Line line, Place place) {
        var json = line.at("condition_context");
        if (json.isBlank()) return Map.of();
        var found = new Faults();
        var documents = new YamlFile(name, json, found).documents();
        if (documents.size() == 1 && documents.getFirst().isMap())
            return documents.getFirst().values();
        faults.add(place, "The condition_context is not a JSON object.");
        return Map.of();
    }
}
