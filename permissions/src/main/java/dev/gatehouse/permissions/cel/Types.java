package dev.gatehouse.permissions.cel;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names that stand for types, as in `type(x) == int`.
final class Types {

    static final Map<String, Value.TypeName> DENOTED = Stream.of(
                    "bool",
                    "bytes",
                    "double",
                    "int",
                    "list",
                    "map",
                    "null_type",
                    "string",
                    "type",
                    "uint",
                    "google.protobuf.Duration",
                    "google.protobuf.Timestamp")
            .collect(Collectors.toUnmodifiableMap(UnaryOperator.identity(), Value.TypeName::new));

    private Types() {}
}
