package dev.gatehouse.permissions.model;

import static dev.gatehouse.permissions.model.ModelFault.quoted;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A value somewhere in a model's tree. Asking for what is not there tells a fault or gives something empty.
record Branch(Object value, Place.InTree place, Faults faults) {

    /// A member that has something to say: not `null`, and not an empty text.
    Optional<Branch> member(String name) {
        return spellings(name)
                .flatMap(
                        spelled -> Optional.ofNullable(object().get(spelled))
                                .map(found -> new Branch(found, place.to(spelled), faults))
                                .stream())
                .filter(found -> !"".equals(found.value))
                .findFirst();
    }

    /// A member that is called so and not otherwise: one whose name somebody chose.
    Optional<Branch> named(String name) {
        return Optional.ofNullable(object().get(name)).map(found -> new Branch(found, place.to(name), faults));
    }

    private static Stream<String> spellings(String name) {
        var camel = new StringBuilder();
        for (var part : name.split("_")) {
            camel.append(camel.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return Stream.of(name, camel.toString()).distinct();
    }

    Word text(String member) {
        return member(member).map(Branch::text).orElseGet(() -> new Word("", place.to(member)));
    }

    Optional<Word> findText(String member) {
        return member(member).map(Branch::text);
    }

    Word text() {
        if (value instanceof String text) return new Word(text, place);
        refuse("a text");
        return new Word("", place);
    }

    List<Branch> items() {
        if (value instanceof List<?> list)
            return IntStream.range(0, list.size())
                    .mapToObj(index -> new Branch(list.get(index), place.to(index), faults))
                    .toList();
        refuse("a list");
        return List.of();
    }

    List<Branch> items(String member) {
        return member(member).map(Branch::items).orElse(List.of());
    }

    /// Each member of an object, also the empty ones.
    Stream<Map.Entry<Word, Branch>> entries() {
        return object().entrySet().stream()
                .map(entry -> String.valueOf(entry.getKey()))
                .map(name -> Map.entry(
                        new Word(name, place.to(name)), new Branch(object().get(name), place.to(name), faults)));
    }

    Stream<Map.Entry<Word, Branch>> entries(String member) {
        return member(member).stream().flatMap(Branch::entries);
    }

    private Map<?, ?> object() {
        if (value instanceof Map<?, ?> map) return map;
        refuse("an object");
        return Map.of();
    }

    private void refuse(String expected) {
        var found = value == null
                ? "null"
                : String.valueOf(
                        value instanceof Map<?, ?> ? "an object" : value instanceof List<?> ? "a list" : value);
        faults.add(new ModelFault(
                place, "Expected " + expected + ", found " + quoted(found) + ".", found, List.of(expected)));
    }
}
