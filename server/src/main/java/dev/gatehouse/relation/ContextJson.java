package dev.gatehouse.relation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.Relationship;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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
            write(json, context);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean truth -> json.writeBoolean(truth);
            case BigDecimal number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Map<?, ?> members -> {
                json.writeStartObject();
                for (var member : members.entrySet()) {
                    json.writeFieldName((String) member.getKey());
                    write(json, member.getValue());
                }
                json.writeEndObject();
            }
            case Collection<?> elements -> {
                json.writeStartArray();
                for (var element : elements) write(json, element);
                json.writeEndArray();
            }
            default ->
                throw new IllegalArgumentException(
                        "JSON has no " + value.getClass().getName());
        }
    }

    private static Map<String, Object> read(String text) {
        try (var json = JSON.createParser(text)) {
            json.nextToken();
            return members(json);
        } catch (IOException spoilt) {
            throw new UncheckedIOException("the context of a relationship is no JSON: " + text, spoilt);
        }
    }

    private static Map<String, Object> members(JsonParser json) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            json.nextToken();
            members.put(name, value(json));
        }
        return members;
    }

    private static List<Object> elements(JsonParser json) throws IOException {
        var elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) elements.add(value(json));
        return elements;
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> members(json);
            case START_ARRAY -> elements(json);
            case VALUE_STRING -> json.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> json.getNumberValue();
        };
    }
}
