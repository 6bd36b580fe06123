package dev.gatehouse.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JSON as maps, lists, text, numbers, truth values and `null`, and back. Members keep their order.
///
/// How deep a tree may nest is for the parser to limit, and for whoever made the tree.
public final class JsonTree {

    private JsonTree() {}

    /// @throws IllegalArgumentException if there is something in it that JSON has no word for
    public static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case Map<?, ?> members -> writeObject(json, members);
            case Collection<?> elements -> writeList(json, elements);
            default ->
                throw new IllegalArgumentException(
                        "JSON has no " + value.getClass().getName());
        }
    }

    private static void writeObject(JsonGenerator json, Map<?, ?> members) throws IOException {
        json.writeStartObject();
        for (var member : members.entrySet()) {
            json.writeFieldName((String) member.getKey());
            write(json, member.getValue());
        }
        json.writeEndObject();
    }

    private static void writeList(JsonGenerator json, Collection<?> elements) throws IOException {
        json.writeStartArray();
        for (var element : elements) write(json, element);
        json.writeEndArray();
    }

    /// Reads an object whose opening brace the parser has just read, up to its end.
    public static Map<String, Object> readObject(JsonParser json) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            json.nextToken();
            members.put(name, value(json));
        }
        return members;
    }

    private static List<Object> readList(JsonParser json) throws IOException {
        var elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) elements.add(value(json));
        return elements;
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> readObject(json);
            case START_ARRAY -> readList(json);
            case VALUE_STRING -> json.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> json.getNumberValue();
        };
    }
}
