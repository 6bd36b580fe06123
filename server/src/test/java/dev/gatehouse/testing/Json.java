package dev.gatehouse.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;

/// JSON as a caller writes and reads it, by a library that the server does not use for it.
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /// @param namesAndValues a name, its value (which may be null), the next name …
    public static String object(Object... namesAndValues) {
        var members = new LinkedHashMap<Object, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) members.put(namesAndValues[i], namesAndValues[i + 1]);
        return write(members);
    }

    /// @param value of maps, lists, texts and what else JSON knows
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException fault) {
            throw new AssertionError(fault);
        }
    }

    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException fault) {
            throw new AssertionError("not JSON: " + text, fault);
        }
    }
}
