package dev.gatehouse.world;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.permissions.relation.RelationshipRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The relationships of a world or of one test: written in the file, and in others that it names.
final class RelationshipReader {

    private final SourceFile file;
    private final RelationshipRules rules;

    RelationshipReader(SourceFile file, AuthorizationModel model) {
        this.file = file;
        this.rules = new RelationshipRules(model);
    }

    /// @param members of the world or test
    List<Relationship> read(Map<String, Part> members) {
        var found = new ArrayList<Written>();
        members.forEach((name, member) -> {
            switch (name) {
                case "tuple_file" -> found.addAll(file(member));
                case "tuple_files" -> member.items().forEach(item -> found.addAll(file(item)));
                case "tuples" -> found.addAll(TupleReader.listed(member));
                default -> {}
            }
        });
        found.forEach(this::judge);
        var old = members.get("tuples_of_older_models");
        // What stands from before need not be what the model allows: that is what such a world is about.
        if (old != null) found.addAll(0, TupleReader.listed(old));
        return found.stream().map(Written::relationship).toList();
    }

    /// A relationship, and where it is written.
    ///
    /// @param part of a file of YAML or JSON, or the line of another
    record Written(Relationship relationship, Place place, Faults faults) {}

    private void judge(Written written) {
        rules.faults(written.relationship())
                .forEach(fault -> written.faults()
                        .add(written.place(), "The model does not allow this relationship: " + fault.message() + "."));
    }

    private List<Written> file(Part named) {
        return named.scalar().map(file::beside).stream()
                .flatMap(other -> other.text(named.place(), named.faults()).stream()
                        .flatMap(text -> new TupleFile(other, text, named).read().stream()))
                .toList();
    }
}
