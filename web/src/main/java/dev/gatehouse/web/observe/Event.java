package dev.gatehouse.web.observe;

import java.util.Map;
import java.util.function.Supplier;

/// Something to log that has members of its own: `logger.log(INFO, "{0}", event)`. Text logs print the
/// sentence, JSON logs print the members as well.
///
/// @param sentence for people
/// @param members Strings, numbers and booleans, in order; asked for only where they are printed
public record Event(String sentence, Supplier<Map<String, Object>> members) {
    @Override
    public String toString() {
        return sentence;
    }
}
