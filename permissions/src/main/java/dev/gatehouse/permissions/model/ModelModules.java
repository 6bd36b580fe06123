package dev.gatehouse.permissions.model;

import static dev.gatehouse.permissions.model.ModelFault.quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A model in several files, so that each team keeps its own:
///
/// ```
/// module wiki
///
/// extend type organization
///   relations
///     define can_create_space: admin
///
/// type space
///   relations
///     define organization: [organization]
/// ```
///
/// Together they are one model like any other, of version 1.2: types, then conditions, in the order of the
/// modules; the relations of `extend type` come behind the type's own. What came from where is not kept.
///
/// @spec https://openfga.dev/docs/modeling/modular-models OpenFGA: modular models
public final class ModelModules {

    /// Of the language, for a model that was put together. The modules name none.
    public static final String VERSION = "1.2";

    private final Faults faults = new Faults();
    private final Map<String, Draft.Type> types = new LinkedHashMap<>();
    private final List<Draft.Type> seconds = new ArrayList<>();
    private final List<Draft.Condition> conditions = new ArrayList<>();

    private ModelModules() {}

    /// @return the model, or everything that is wrong with it
    public static ModelReading read(List<ModelModule> modules) {
        return read(modules, AuthorizationModel.EMPTY);
    }

    /// @param beneath whose types and conditions may be named as well, unless a module defines its own
    public static ModelReading read(List<ModelModule> modules, AuthorizationModel beneath) {
        return new ModelModules().together(modules, beneath);
    }

    private ModelReading together(List<ModelModule> modules, AuthorizationModel beneath) {
        var length =
                modules.stream().mapToLong(module -> module.text().length()).sum();
        if (length > ModelLimits.TEXT) {
            faults.add(new ModelFault(
                    new Place.InText(modules.getFirst().file(), 1, 1), ModelLimits.tooLong(length), "", List.of()));
            return new ModelReading.Refused(faults.all());
        }
        var drafts = modules.stream()
                .map(module -> new ModelParser(module, faults).readModule())
                .toList();
        drafts.stream().flatMap(draft -> draft.types().stream()).forEach(this::define);
        drafts.stream().flatMap(draft -> draft.extensions().stream()).forEach(this::extend);
        drafts.forEach(draft -> conditions.addAll(draft.conditions()));
        var version = new Word(VERSION, new Place.InText(1, 1));
        return DraftCompletion.complete(new Draft(version, all(), conditions), beneath, faults);
    }

    private List<Draft.Type> all() {
        return Stream.concat(types.values().stream(), seconds.stream()).toList();
    }

    /// The rules tell of the second of a name.
    private void define(Draft.Type type) {
        if (types.putIfAbsent(type.name().text(), type) != null) seconds.add(type);
    }

    private void extend(Draft.Type extension) {
        var name = extension.name();
        if (types.computeIfPresent(name.text(), (_, type) -> longer(type, extension)) == null)
            faults.add(name, "There is no type " + quoted(name.text()) + " in any module that could be extended.");
    }

    private static Draft.Type longer(Draft.Type type, Draft.Type extension) {
        var relations = new ArrayList<>(type.relations());
        relations.addAll(extension.relations());
        return new Draft.Type(type.name(), relations);
    }
}
