package dev.gatehouse.permissions.model;

import static dev.gatehouse.permissions.model.ModelFault.quoted;

import dev.gatehouse.permissions.cel.CelType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The types of conditions' parameters in the tree form: `{"type_name": "TYPE_NAME_LIST", "generic_types":
/// [{"type_name": "TYPE_NAME_STRING"}]}` for `list<string>`.
final class TreeParameterType {

    private static final String PREFIX = "TYPE_NAME_";

    private TreeParameterType() {}

    /// @return nothing if it is none; the fault is told
    static Optional<CelType> read(Branch branch, Faults faults) {
        return read(branch, 0, faults);
    }

    private static Optional<CelType> read(Branch branch, int depth, Faults faults) {
        var written = branch.text("type_name");
        var name = written.text().toLowerCase(Locale.ROOT);
        var bare = name.startsWith("type_name_") ? name.substring(PREFIX.length()) : name;
        return switch (bare) {
            case ParameterTypes.LIST -> part(branch, depth, faults).map(CelType.ListOf::new);
            case ParameterTypes.MAP -> part(branch, depth, faults).map(CelType.MapOf::new);
            default -> {
                var simple = ParameterTypes.simple(bare);
                if (simple.isEmpty())
                    faults.add(
                            written,
                            "Expected the name of a type, `TYPE_NAME_STRING`, found " + quoted(written.text()) + ".");
                yield simple.map(CelType.class::cast);
            }
        };
    }

    private static Optional<CelType> part(Branch branch, int depth, Faults faults) {
        var parts = branch.items("generic_types");
        if (parts.size() == 1 && depth < CelType.DEEPEST) return read(parts.getFirst(), depth + 1, faults);
        var message = parts.size() == 1
                ? "Types are nested deeper than " + CelType.DEEPEST + "."
                : "A list or a map needs exactly one type of what is in it, in `generic_types`.";
        faults.add(new Word("", branch.place()), message);
        return Optional.empty();
    }

    static Map<String, Object> write(CelType type) {
        var tree = new LinkedHashMap<String, Object>();
        switch (type) {
            case CelType.Simple simple -> tree.put("type_name", PREFIX + simple.name());
            case CelType.ListOf(var element) -> container(tree, "LIST", element);
            case CelType.MapOf(var value) -> container(tree, "MAP", value);
        }
        return tree;
    }

    private static void container(Map<String, Object> tree, String name, CelType part) {
        tree.put("type_name", PREFIX + name);
        tree.put("generic_types", List.of(write(part)));
    }
}
