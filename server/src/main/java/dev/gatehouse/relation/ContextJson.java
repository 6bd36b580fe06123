package dev.gatehouse.relation;

import com.fasterxml.jackson.core.JsonFactory;
import dev.gatehouse.json.JsonTree;
import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.Relationship;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/// The fixed values of a condition as text, and back.
///
/// How deep they nest was judged before they were written, and Jackson reads no deeper than 1,000.
final class ContextJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String NOTHING = "{}";

    private ContextJson() {}

    static Optional<String> name(Relationship relationship) {
        return relationship.condition().map(ConditionUse::name);
    }

    /// Empty without a condition, and where its context is.
    static Optional<String> context(Relationship relationship) {
        return relationship
                .condition()
                .map(ConditionUse::context)
                .filter(context -> !context.isEmpty())
                .map(ContextJson::write);
    }

    static Optional<ConditionUse> use(Optional<String> name, Optional<String> context) {
        return name.map(known -> new ConditionUse(known, read(context.orElse(NOTHING))));
    }

    /// Whether two carry the same condition, wherever their numbers come from.
    static boolean areSame(Relationship stored, Relationship given) {
        return stored.condition().equals(use(name(given), context(given)));
    }

    private static String write(Map<String, Object> context) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            JsonTree.write(json, context);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return text.toString();
    }

    private static Map<String, Object> read(String text) {
        try (var json = JSON.createParser(text)) {
            json.nextToken();
            return JsonTree.readObject(json);
        } catch (IOException spoilt) {
            throw new UncheckedIOException("the context of a relationship is no JSON: " + text, spoilt);
        }
    }
}
