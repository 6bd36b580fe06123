package dev.gatehouse.world;

import dev.gatehouse.permissions.model.ModelModule;
import java.nio.file.Path;
import java.util.List;

/// What became of the wish to read the modules that an `fga.mod` names.
public sealed interface ModuleFiles {

    record Read(List<ModelModule> modules) implements ModuleFiles {
        public Read {
            modules = List.copyOf(modules);
        }
    }

    /// @param faults all of them, or the first hundred
    record Refused(List<Fault> faults) implements ModuleFiles {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    static ModuleFiles read(Path list) {
        var file = new SourceFile(list);
        var faults = new Faults();
        return new ModuleList(file, faults)
                .read(new Place(file.name(), 1, 1))
                .<ModuleFiles>map(Read::new)
                .orElseGet(() -> new Refused(faults.all()));
    }
}
