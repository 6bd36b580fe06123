package dev.gatehouse.jose;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/// Writes claims as JSON.
final class ClaimsWriter {
    private ClaimsWriter() {}

    static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Long number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case Map<?, ?> object -> writeObject(json, object);
            case Collection<?> list -> writeList(json, list);
            default ->
                throw new IllegalArgumentException("these claims cannot be spelled in JSON: "
                        + value.getClass().getSimpleName());
        }
    }

    private static void writeObject(JsonGenerator json, Map<?, ?> object) throws IOException {
        json.writeStartObject();
        for (var member : object.entrySet()) {
            json.writeFieldName((String) member.getKey());
            write(json, member.getValue());
        }
        json.writeEndObject();
    }

    private static void writeList(JsonGenerator json, Collection<?> list) throws IOException {
        json.writeStartArray();
        for (var element : list) write(json, element);
        json.writeEndArray();
    }
}
