package dev.gatehouse.jose;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// JSON objects in tokens, read so that they can be understood in one way only.
///
/// The reader of nimbus takes a list of pairs for an object and lets a name be said twice inside a nested one;
/// two readers of the same token could then believe different things.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8725#section-2.4 RFC 8725 §2.4
final class StrictJson {
    private static final int DEEPEST = 32;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.builder(new JsonFactoryBuilder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private StrictJson() {}

    /// The object that `utf8` spells; empty when it is anything else.
    static Optional<Map<String, Object>> object(byte[] utf8) {
        try {
            // Decoded apart, because the JSON reader overlooks some malformed UTF-8.
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return Optional.ofNullable(MAPPER.readValue(text, OBJECT));
        } catch (CharacterCodingException | JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    static byte[] bytes(Map<String, ?> object) {
        try {
            return MAPPER.writeValueAsBytes(object);
        } catch (JsonProcessingException fault) {
            throw new IllegalArgumentException("these claims cannot be spelled in JSON", fault);
        }
    }
}
