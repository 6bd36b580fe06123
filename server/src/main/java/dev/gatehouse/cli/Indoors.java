package dev.gatehouse.cli;

import dev.gatehouse.House;
import dev.gatehouse.mapper.Database;
import java.time.InstantSource;
import java.util.function.Function;

/// Works inside the house over the database of the settings, with its doors closed.
final class Indoors {

    private Indoors() {}

    static <T> T with(Function<House, T> work) {
        var settings = Here.settings();
        try (var database = Database.open(settings.database())) {
            new Schema(settings, database).prepare(false);
            try (var house = new House(settings, database, InstantSource.system())) {
                return work.apply(house);
            }
        }
    }
}
