package dev.gatehouse.permissions.model;

import dev.gatehouse.permissions.cel.CelType;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// How the types of conditions' parameters are called in the language.
final class ParameterTypes {

    static final String LIST = "list";
    static final String MAP = "map";

    private ParameterTypes() {}

    static Optional<CelType.Simple> simple(String name) {
        return Arrays.stream(CelType.Simple.values())
                .filter(type -> type.toString().equals(name))
                .findFirst();
    }

    /// As a fault tells of them.
    static String[] all() {
        var simple = Arrays.<CelType>stream(CelType.Simple.values()).map(CelType::toString);
        return Stream.concat(simple, Stream.of("list<…>", "map<…>"))
                .map(name -> "`" + name + "`")
                .toArray(String[]::new);
    }
}
