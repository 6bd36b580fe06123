package dev.gatehouse.world;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.Relationship;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes worlds of a store file: one of each document in it.
///
/// Everything that is wrong is told at once, each with its place: a name that is not known, a model that
/// breaks its rules, a relationship that the model does not allow.
public final class WorldReader {

    private static final Set<String> STORE = names(
            "name", "model", "model_file", "tuples", "tuple_file", "tuple_files", "tuples_of_older_models", "tests");
    private static final Set<String> TEST = names(
            "name",
            "description",
            "tuples",
            "tuple_file",
            "tuple_files",
            "tuples_of_older_models",
            "check",
            "list_objects",
            "list_users");

    private final SourceFile file;
    private final Faults faults = new Faults();

    private WorldReader(SourceFile file) {
        this.file = file;
    }

    /// @param path of a store file; the files that it names are looked for beside it
    /// @return its worlds, or everything that is wrong with it, each with line and column
    public static WorldReading read(Path path) {
        var reader = new WorldReader(new SourceFile(path));
        var worlds = reader.worlds();
        return reader.faults.any() ? new WorldReading.Refused(reader.faults.all()) : new WorldReading.Read(worlds);
    }

    private List<World> worlds() {
        var start = new Place(file.name(), 1, 1);
        var documents = file.text(start, faults)
                .map(text -> new YamlFile(file.name(), text, faults).documents())
                .orElse(List.of());
        if (documents.isEmpty() && !faults.any()) faults.add(start, "The file is empty.");
        return documents.stream().flatMap(document -> world(document).stream()).toList();
    }

    /// Without a model nothing else can be judged.
    private Optional<World> world(Part store) {
        var members = store.members(STORE);
        var model = new ModelReader(file).read(store, members);
        return model.map(known -> new World(
                Optional.ofNullable(members.get("name")).flatMap(Part::scalar).orElse(""),
                known,
                relationships(members, known),
                tests(members.get("tests"), known)));
    }

    private List<Relationship> relationships(Map<String, Part> members, AuthorizationModel model) {
        return new RelationshipReader(file, model).read(members);
    }

    private List<World.Test> tests(Part tests, AuthorizationModel model) {
        if (tests == null) return List.of();
        var read = new ArrayList<World.Test>();
        for (var test : tests.items()) read.add(test(test, read.size() + 1, model));
        return read;
    }

    private World.Test test(Part test, int number, AuthorizationModel model) {
        var members = test.members(TEST);
        var name =
                Optional.ofNullable(members.get("name")).flatMap(Part::scalar).orElse("test " + number);
        Optional.ofNullable(members.get("description")).ifPresent(Part::scalar);
        var claims = new ClaimReader();
        var all = Stream.of(
                        claims.checks(members.get("check")),
                        claims.objects(members.get("list_objects")),
                        claims.subjects(members.get("list_users")))
                .flatMap(List::stream)
                .toList();
        return new World.Test(name, relationships(members, model), all);
    }

    /// In the order in which people are told them.
    static Set<String> names(String... names) {
        return java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(List.of(names)));
    }
}
