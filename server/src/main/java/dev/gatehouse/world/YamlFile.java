package dev.gatehouse.world;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// A text as YAML, of which JSON is a part: its documents, each a tree with places.
///
/// No tag makes an object of anything, and whatever could grow or nest without end is refused before a tree
/// is made of it.
///
/// @spec https://yaml.org/spec/1.2.2/ YAML 1.2
final class YamlFile {

    private final String name;
    private final String text;
    private final Faults faults;

    YamlFile(String name, String text, Faults faults) {
        this.name = name;
        this.text = text;
        this.faults = faults;
    }

    /// @return empty where a fault was noted
    List<Part> documents() {
        var settings = LoadSettings.builder()
                .setLabel(name)
                .setSchema(new CoreSchema())
                .setCodePointLimit(SourceFile.LARGEST)
                .build();
        try {
            if (!new YamlShape(name, settings, faults).isSound(text)) return List.of();
            var documents = new ArrayList<Part>();
            new Compose(settings)
                    .composeAllFromString(text)
                    .forEach(node -> documents.add(new Part(node, name, text, faults)));
            return documents;
        } catch (MarkedYamlEngineException marked) {
            faults.add(place(marked), "This is not YAML: " + marked.getProblem() + ".");
        } catch (YamlEngineException failure) {
            faults.add(new Place(name, 1, 1), "This is not YAML: " + failure.getMessage());
        }
        return List.of();
    }

    private Place place(MarkedYamlEngineException marked) {
        return marked.getProblemMark()
                .map(mark -> new Place(name, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Place(name, 1, 1));
    }
}
