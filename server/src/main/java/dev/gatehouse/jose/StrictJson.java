package dev.gatehouse.jose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.gatehouse.json.JsonTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// JSON objects in tokens and of protocols, read so that they can be understood in one way only.
///
/// The reader of nimbus takes a list of pairs for an object and lets a name be said twice inside a nested one;
/// two readers of the same token could then believe different things.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8725#section-2.4 RFC 8725 §2.4
public final class StrictJson {
    private static final int DEEPEST = 32;
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private StrictJson() {}

    /// The object that `utf8` spells; empty when it is anything else.
    public static Optional<Map<String, Object>> object(byte[] utf8) {
        // Decoded apart, because the JSON reader overlooks some malformed UTF-8.
        try (var parser = JSON.createParser(text(utf8))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return Optional.empty();
            var object = object(parser);
            return parser.nextToken() == null ? Optional.of(object) : Optional.empty();
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    /// The list that `utf8` spells; empty when it is anything else.
    public static Optional<List<Object>> list(byte[] utf8) {
        try (var parser = JSON.createParser(text(utf8))) {
            if (parser.nextToken() != JsonToken.START_ARRAY) return Optional.empty();
            var list = list(parser);
            return parser.nextToken() == null ? Optional.of(list) : Optional.empty();
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    /// @param object of text, numbers, booleans, lists and maps
    public static byte[] bytes(Map<String, ?> object) {
        var bytes = new ByteArrayOutputStream(512);
        try (var json = JSON.createGenerator(bytes)) {
            JsonTree.write(json, object);
        } catch (IOException fault) {
            throw new UncheckedIOException("memory does not fail", fault);
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] utf8) throws IOException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        var object = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        var list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) list.add(value(parser));
        return list;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw new IOException("no value where one belongs");
        };
    }

    /// A number beyond a long is no time and no count that we know.
    private static Object whole(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? (Object) parser.getBigIntegerValue()
                : (Object) parser.getLongValue();
    }
}
