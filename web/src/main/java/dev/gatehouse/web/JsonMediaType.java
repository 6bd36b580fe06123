package dev.gatehouse.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which bodies are taken as JSON: `application/json` and `application/…+json`, in UTF-8.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1 RFC 9110 §8.3.1
final class JsonMediaType {
    private JsonMediaType() {}

    /// What is wrong with the Content-Type headers, if anything is.
    static Optional<String> fault(List<String> contentTypes) {
        if (contentTypes.isEmpty()) return Optional.of("The body has no Content-Type; send application/json.");
        if (contentTypes.size() > 1)
            return Optional.of("There are several Content-Type headers; send one, application/json.");
        var parts = contentTypes.getFirst().toLowerCase(Locale.ROOT).split(";");
        var type = parts[0].strip();
        if (!type.equals("application/json") && !(type.startsWith("application/") && type.endsWith("+json"))) {
            return Optional.of("The body must be application/json.");
        }
        for (int i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip();
            if (parameter.startsWith("charset=")
                    && !parameter.substring(8).replace("\"", "").equals("utf-8")) {
                return Optional.of("The body must be in UTF-8; JSON knows no other encoding (RFC 8259 §8.1).");
            }
        }
        return Optional.empty();
    }
}
