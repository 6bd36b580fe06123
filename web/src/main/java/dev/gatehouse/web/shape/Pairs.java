package dev.gatehouse.web.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names and values as a query string or a form holds them, decoded and not yet judged.
///
/// @param values by name, in the order sent
/// @param faults the pairs that are no text: half an escape, bytes that are no UTF-8
/// @spec https://url.spec.whatwg.org/#application/x-www-form-urlencoded URL Standard §5
public record Pairs(Map<String, List<String>> values, List<Fault> faults) {
    public static final Pairs NONE = new Pairs(Map.of(), List.of());

    /// @param raw still encoded; a character that is not ASCII must be escaped
    public static Pairs parse(String raw) {
        if (raw.isEmpty()) return NONE;
        var values = new LinkedHashMap<String, List<String>>();
        var faults = new Faults();
        try {
            for (var pair : raw.split("&")) if (!pair.isEmpty()) add(pair, values, faults);
        } catch (Faults.Enough _) {
            // What is noted is more than anyone reads.
        }
        return new Pairs(values, faults.all());
    }

    private static void add(String pair, Map<String, List<String>> values, Faults faults) {
        int equals = pair.indexOf('=');
        var rawName = equals < 0 ? pair : pair.substring(0, equals);
        var name = PercentText.decode(rawName, true);
        var value = PercentText.decode(equals < 0 ? "" : pair.substring(equals + 1), true);
        if (name.isPresent() && value.isPresent())
            values.computeIfAbsent(name.get(), _ -> new ArrayList<>(1)).add(value.get());
        else faults.add(garbled(name.orElse(rawName), pair.length()));
    }

    /// The raw value is not shown: it may be the value of a secret, and nobody knows whose.
    static Fault garbled(String name, int length) {
        return Fault.inParameter(Found.name(name), "encoding", "must be percent-encoded UTF-8")
                .found(length + " characters");
    }

    /// The value, when there is one and only one.
    public Optional<String> only(String name) {
        var all = values.get(name);
        return all == null || all.size() > 1 ? Optional.empty() : Optional.of(all.getFirst());
    }

    /// The same without one name, for a field that is not the record's to know.
    public Pairs without(String name) {
        if (!values.containsKey(name)) return this;
        var others = new LinkedHashMap<>(values);
        others.remove(name);
        return new Pairs(others, faults);
    }

    /// What was sent under a name: null for nothing.
    List<String> of(String name, boolean emptyIsAbsent) {
        var all = values.get(name);
        if (all == null || !emptyIsAbsent || all.stream().noneMatch(String::isEmpty)) return all;
        var filled = all.stream().filter(value -> !value.isEmpty()).toList();
        return filled.isEmpty() ? null : filled;
    }
}
