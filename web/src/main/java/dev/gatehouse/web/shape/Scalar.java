package dev.gatehouse.web.shape;

import com.fasterxml.jackson.core.JsonToken;
import java.util.List;
import java.util.function.Function;

/// A value that is one JSON token: a string, number or boolean. It reads the same from a parameter's text as
/// from JSON.
///
/// @param kind the JSON token it must be: "1" is not 1
/// @param format JSON Schema's `format`; empty for none
/// @param expected what to write, for a fault: it follows "must be"
/// @param parse from the token's text; throws IllegalArgumentException when the text is none of its values
/// @param print to the token's text
/// @param choices all values, where they can be told
record Scalar(
        Class<?> type,
        Kind kind,
        String format,
        String expected,
        Function<String, Object> parse,
        Function<Object, String> print,
        List<String> choices)
        implements Shape {

    enum Kind {
        STRING("string"),
        INTEGER("integer"),
        NUMBER("number"),
        BOOLEAN("boolean");

        final String schemaType;

        Kind(String schemaType) {
            this.schemaType = schemaType;
        }
    }

    /// Whether a JSON token may be read as this: nothing is coerced, but that a whole number is a number.
    boolean isOf(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> kind == Kind.STRING;
            case VALUE_NUMBER_INT -> kind == Kind.INTEGER || kind == Kind.NUMBER;
            case VALUE_NUMBER_FLOAT -> kind == Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> kind == Kind.BOOLEAN;
            default -> false;
        };
    }

    boolean isString() {
        return kind == Kind.STRING;
    }
}
