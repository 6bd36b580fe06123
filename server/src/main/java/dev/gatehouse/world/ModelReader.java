package dev.gatehouse.world;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.ModelFault;
import dev.gatehouse.permissions.model.ModelModules;
import dev.gatehouse.permissions.model.ModelReading;
import dev.gatehouse.permissions.model.ModelText;
import dev.gatehouse.permissions.model.ModelTree;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The model of a world: written in the file, or in another that it names, as text or as JSON.
final class ModelReader {

    private final SourceFile file;

    ModelReader(SourceFile file) {
        this.file = file;
    }

    /// @param members of the store
    Optional<AuthorizationModel> read(Part store, Map<String, Part> members) {
        var here = members.get("model");
        var elsewhere = members.get("model_file");
        if (here != null && elsewhere != null) elsewhere.keyed().fault("There is a model already.");
        if (here != null)
            return here.isMap() ? tree(here) : here.scalar().flatMap(text -> text(text, here, here::within));
        if (elsewhere != null) return elsewhere.scalar().flatMap(name -> other(file.beside(name), elsewhere));
        if (store.isMap() && !store.faults().any()) store.fault("There is no model here, and no model_file.");
        return Optional.empty();
    }

    private Optional<AuthorizationModel> other(SourceFile other, Part named) {
        if (other.kind().equals("mod"))
            return new ModuleList(other, named.faults())
                    .read(named.place())
                    .flatMap(modules -> judged(ModelModules.read(modules), named, place -> switch (place) {
                        case dev.gatehouse.permissions.model.Place.InText(var file, var line, var column) ->
                            new Place(file, line, column);
                        default -> named.place();
                    }));
        return other.text(named.place(), named.faults())
                .flatMap(text -> other.kind().equals("json")
                        ? json(other.name(), text, named)
                        : text(text, named, (line, column) -> new Place(other.name(), line, column)));
    }

    private static Optional<AuthorizationModel> text(
            String text, Part part, BiFunction<Integer, Integer, Place> places) {
        if (text.stripLeading().startsWith("{")) return json(part.file(), text, part);
        return judged(ModelText.read(text), part, place -> switch (place) {
            case dev.gatehouse.permissions.model.Place.InText(var _, var line, var column) ->
                places.apply(line, column);
            default -> part.place();
        });
    }

    private static Optional<AuthorizationModel> json(String name, String text, Part named) {
        var documents = new YamlFile(name, text, named.faults()).documents();
        return documents.size() == 1 ? tree(documents.getFirst()) : Optional.empty();
    }

    private static Optional<AuthorizationModel> tree(Part tree) {
        return judged(ModelTree.read(tree.values()), tree, _ -> tree.place());
    }

    private static Optional<AuthorizationModel> judged(
            ModelReading reading, Part part, Function<dev.gatehouse.permissions.model.Place, Place> places) {
        return switch (reading) {
            case ModelReading.Read(var model) -> Optional.of(model);
            case ModelReading.Refused(var faults) -> {
                for (ModelFault fault : faults) part.faults().add(places.apply(fault.place()), fault.message());
                yield Optional.empty();
            }
        };
    }
}
