package dev.gatehouse.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;

/// Goes through a text once, without keeping it, and refuses what would nest too deeply or grow too large
/// once its aliases are written out.
final class YamlShape {

    private static final int DEEPEST = 64;
    private static final long MOST_VALUES = 1_000_000;

    private final String name;
    private final LoadSettings settings;
    private final Faults faults;
    private final Map<Anchor, Long> sizes = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private long size;

    /// A list or map that has begun.
    ///
    /// @param before how many values came before it
    private record Open(Optional<Anchor> anchor, long before) {}

    YamlShape(String name, LoadSettings settings, Faults faults) {
        this.name = name;
        this.settings = settings;
        this.faults = faults;
    }

    boolean isSound(String text) {
        for (var event : new Parse(settings).parseString(text)) {
            var wrong = meet(event);
            if (wrong.isEmpty() && size > MOST_VALUES)
                wrong = Optional.of("There are more than " + MOST_VALUES + " values.");
            if (wrong.isEmpty()) continue;
            faults.add(place(event), wrong.get());
            return false;
        }
        return true;
    }

    private Optional<String> meet(Event event) {
        switch (event) {
            case DocumentStartEvent _ -> sizes.clear();
            case AliasEvent alias -> {
                var known = sizes.get(alias.getAlias());
                if (known == null) return Optional.of("There is no whole value &" + alias.getAlias() + " before this.");
                size += known;
            }
            case CollectionStartEvent start -> {
                open.push(new Open(start.getAnchor(), size++));
                if (open.size() > DEEPEST) return Optional.of("Values are nested more than " + DEEPEST + " deep.");
            }
            case CollectionEndEvent _ -> {
                var ended = open.pop();
                ended.anchor().ifPresent(anchor -> sizes.put(anchor, size - ended.before()));
            }
            case NodeEvent scalar -> {
                size++;
                scalar.getAnchor().ifPresent(anchor -> sizes.put(anchor, 1L));
            }
            default -> {}
        }
        return Optional.empty();
    }

    private Place place(Event event) {
        return event.getStartMark()
                .map(mark -> new Place(name, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Place(name, 1, 1));
    }
}
