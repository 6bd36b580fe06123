package dev.gatehouse.world;

import dev.gatehouse.world.RelationshipReader.Written;
import java.util.ArrayList;
import java.util.List;

/// A file of relationships alone, by the end of its name: YAML, JSON, a JSON document a line, or CSV.
final class TupleFile {

    private final SourceFile file;
    private final String text;
    private final Part named;

    /// @param named where the world names it
    TupleFile(SourceFile file, String text, Part named) {
        this.file = file;
        this.text = text;
        this.named = named;
    }

    List<Written> read() {
        return switch (file.kind()) {
            case "yaml", "yml", "json" ->
                documents(text).stream()
                        .flatMap(document -> TupleReader.listed(document).stream())
                        .toList();
            case "jsonl" -> lines();
            case "csv" -> new TupleTable(file.name(), text, named.faults()).read();
            default -> {
                named.fault("A file of tuples ends in .yaml, .yml, .json, .jsonl or .csv.");
                yield List.of();
            }
        };
    }

    private List<Written> lines() {
        var read = new ArrayList<Written>();
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (line.isBlank()) continue;
            // Empty lines before it, so that its places are those of the file.
            for (var document : documents("\n".repeat(number - 1) + line))
                TupleReader.one(document).ifPresent(read::add);
        }
        return read;
    }

    private List<Part> documents(String yaml) {
        return new YamlFile(file.name(), yaml, named.faults()).documents();
    }
}
