package dev.gatehouse.permissions.model;

import static dev.gatehouse.permissions.model.ModelFault.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the tree form.
final class TreeParser {

    private final Faults faults;

    TreeParser(Faults faults) {
        this.faults = faults;
    }

    Draft read(Map<String, ?> tree) {
        var root = new Branch(tree, new Place.InTree(""), faults);
        return new Draft(
                root.text("schema_version"),
                root.items("type_definitions").stream().map(this::type).toList(),
                root.entries("conditions").map(this::condition).toList());
    }

    private Draft.Type type(Branch type) {
        var directTypes = type.member("metadata").flatMap(metadata -> metadata.member("relations"));
        return new Draft.Type(
                type.text("type"),
                type.entries("relations")
                        .map(each -> relation(each.getKey(), each.getValue(), directTypes))
                        .toList());
    }

    private Draft.Relation relation(Word name, Branch rewrite, Optional<Branch> metadata) {
        var directTypes = metadata.flatMap(all -> all.named(name.text()))
                .map(own -> own.items("directly_related_user_types"))
                .orElse(List.of());
        return new Draft.Relation(
                name,
                new TreeRewrites(faults).read(rewrite),
                directTypes.stream().map(this::direct).toList());
    }

    private Draft.Direct direct(Branch direct) {
        direct.named("relation")
                .filter(relation -> "".equals(relation.value()))
                .ifPresent(relation -> faults.add(
                        relation.text(), "The name of a relation is empty; name one, or leave `relation` out."));
        return new Draft.Direct(
                direct.text("type"),
                direct.findText("relation"),
                direct.member("wildcard").isPresent(),
                direct.findText("condition"));
    }

    private Draft.Condition condition(Map.Entry<Word, Branch> entry) {
        var key = entry.getKey();
        var condition = entry.getValue();
        var name = condition.text("name");
        if (!name.is(key))
            faults.add(name, "The condition is called " + quoted(key.text()) + " by its key; call it so here too.");
        var parameters = new ArrayList<Draft.Parameter>();
        condition
                .entries("parameters")
                .forEach(parameter -> TreeParameterType.read(parameter.getValue(), faults)
                        .ifPresent(type -> parameters.add(new Draft.Parameter(parameter.getKey(), type))));
        return new Draft.Condition(key, parameters, expression(condition.text("expression")));
    }

    /// The text form has expressions without spaces around them, and lines that end alike everywhere.
    private static Word expression(Word written) {
        return new Word(written.text().replace("\r\n", "\n").replace('\r', '\n').strip(), written.place());
    }
}
