package dev.gatehouse.world;

import dev.gatehouse.permissions.model.ModelModule;
import dev.gatehouse.permissions.model.ModelModules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An `fga.mod`: names the files that are one model together.
///
/// They lie beside it or below, so that a list brings in nothing else from the machine it is read on.
///
/// @spec https://openfga.dev/docs/modeling/modular-models OpenFGA: modular models
final class ModuleList {

    private static final Set<String> MEMBERS = WorldReader.names("schema", "contents");

    private final SourceFile file;
    private final Faults faults;
    private final Set<SourceFile> known = new HashSet<>();

    ModuleList(SourceFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /// @param at where somebody named the list
    /// @return empty where a fault was noted
    Optional<List<ModelModule>> read(Place at) {
        var text = file.text(at, faults);
        if (text.isEmpty()) return Optional.empty();
        var documents = new YamlFile(file.name(), text.get(), faults).documents();
        if (documents.size() != 1) {
            if (!faults.any()) faults.add(at, file.name() + " names no modules.");
            return Optional.empty();
        }
        var modules = modules(documents.getFirst());
        return faults.any() ? Optional.empty() : Optional.of(modules);
    }

    private List<ModelModule> modules(Part list) {
        var members = list.members(MEMBERS);
        var schema = members.get("schema");
        if (schema == null) list.fault("There is no schema here: '" + ModelModules.VERSION + "'.");
        else if (!schema.scalar().equals(Optional.of(ModelModules.VERSION)))
            schema.fault("Modules are of the version '" + ModelModules.VERSION + "'.");
        var contents = members.get("contents");
        var items = contents == null ? List.<Part>of() : contents.items();
        if (items.isEmpty()) list.fault("There are no contents here, a list of files that end with .fga.");
        var modules = new ArrayList<ModelModule>();
        for (var item : items) module(item).ifPresent(modules::add);
        return modules;
    }

    private Optional<ModelModule> module(Part item) {
        return item.scalar().map(name -> name.replace('\\', '/')).flatMap(name -> {
            var module = file.beside(name);
            if (name.startsWith("/") || List.of(name.split("/")).contains(".."))
                item.fault("A module lies beside " + file.name() + " or below it.");
            else if (!module.kind().equals("fga")) item.fault("The file of a module ends with .fga.");
            else if (!known.add(module)) item.fault("This module is named already.");
            else return module.text(item.place(), faults).map(text -> new ModelModule(module.name(), text));
            return Optional.empty();
        });
    }
}
