package dev.gatehouse.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.ModelTree;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Trees of models as JSON, and back.
///
/// How deep they nest is judged where models are read, and Jackson reads no deeper than 1,000.
public final class ModelJson {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ModelJson() {}

    /// @throws JsonProcessingException if it is no JSON, or no object; it says where
    static Map<String, Object> parse(String json) throws JsonProcessingException {
        try (var parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT)
                throw new JsonParseException(parser, "an object is expected");
            var tree = members(parser);
            if (parser.nextToken() != null)
                throw new JsonParseException(parser, "nothing is expected after the object");
            return tree;
        } catch (JsonProcessingException malformed) {
            throw malformed;
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
    }

    static AuthorizationModel restore(String json) {
        try {
            return ModelTree.restore(parse(json));
        } catch (JsonProcessingException spoilt) {
            throw new UncheckedIOException("a stored model is no JSON", spoilt);
        }
    }

    static String write(AuthorizationModel model) {
        return write(model, false);
    }

    /// For people to read.
    public static String pretty(AuthorizationModel model) {
        return write(model, true);
    }

    private static String write(AuthorizationModel model, boolean isPretty) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            if (isPretty) json.useDefaultPrettyPrinter();
            write(json, ModelTree.write(model));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> members -> {
                json.writeStartObject();
                for (var member : members.entrySet()) {
                    json.writeFieldName(String.valueOf(member.getKey()));
                    write(json, member.getValue());
                }
                json.writeEndObject();
            }
            case List<?> elements -> {
                json.writeStartArray();
                for (var element : elements) write(json, element);
                json.writeEndArray();
            }
            default -> json.writeString(String.valueOf(value));
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
