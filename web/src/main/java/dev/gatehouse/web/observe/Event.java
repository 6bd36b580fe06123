package dev.gatehouse.web.observe;

import java.util.Map;

/// Something to log that has members of its own: `logger.log(INFO, event)`. Text logs print the sentence, JSON
/// logs
/// print the members.
///
/// @param sentence for people
/// @param members Strings, numbers and booleans, in order
public record Event(String sentence, Map<String, Object> members) {
    @Override
    public String toString() {
        return sentence;
    }
}
