package dev.gatehouse.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.gatehouse.json.JsonTree;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.ModelTree;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
            var tree = JsonTree.readObject(parser);
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
            JsonTree.write(json, ModelTree.write(model));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return text.toString();
    }
}
