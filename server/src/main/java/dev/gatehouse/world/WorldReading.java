package dev.gatehouse.world;

import java.util.List;

/// What became of the wish to read a file.
public sealed interface WorldReading {

    /// @param worlds one for each document of the file
    record Read(List<World> worlds) implements WorldReading {
        public Read {
            worlds = List.copyOf(worlds);
        }
    }

    /// @param faults all of them, or the first hundred
    record Refused(List<Fault> faults) implements WorldReading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
