package dev.gatehouse.permissions.model;

import java.util.List;

/// Reads texts that are right, and what is wrong with others.
final class Texts {

    private Texts() {}

    static AuthorizationModel read(String text) {
        return read(text, AuthorizationModel.EMPTY);
    }

    static AuthorizationModel read(String text, AuthorizationModel beneath) {
        return model(ModelText.read(text, beneath));
    }

    static AuthorizationModel model(ModelReading reading) {
        return switch (reading) {
            case ModelReading.Read(var model) -> model;
            case ModelReading.Refused(var faults) -> throw new AssertionError("refused: " + faults);
        };
    }

    /// As lines, `6:12: …`.
    static List<String> faults(ModelReading reading) {
        return switch (reading) {
            case ModelReading.Read(var model) -> throw new AssertionError("was read: " + ModelText.print(model));
            case ModelReading.Refused(var faults) ->
                faults.stream().map(ModelFault::toString).toList();
        };
    }

    /// The relation `viewer` of a document, as it is defined.
    static Relation relation(String definition) {
        return read(document(definition)).relation("document", "viewer").orElseThrow();
    }

    /// The definition stands in line 15, from column 20.
    static String document(String definition) {
        return """
                model
                  schema 1.1

                type person

                type group
                  relations
                    define member: [person]

                type document
                  relations
                    define parent: [document]
                    define owner: [person]
                    define editor: [person]
                    define viewer: %s

                condition weekday(day: int) {
                  day < 6
                }
                """.formatted(definition);
    }

    static Condition condition(String definition) {
        return read("model\n  schema 1.1\ntype person\n" + definition)
                .conditions()
                .values()
                .iterator()
                .next();
    }
}
