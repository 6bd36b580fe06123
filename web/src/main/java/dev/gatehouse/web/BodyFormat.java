package dev.gatehouse.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a body may be written, always in UTF-8.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1 RFC 9110 §8.3.1
enum BodyFormat {
    /// `application/json` and `application/…+json`.
    JSON("application/json"),
    /// What a form of HTML sends.
    FORM("application/x-www-form-urlencoded");

    private final String mediaType;

    BodyFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /// Why this body is not taken, if it is not.
    Optional<Refusal> refusal(List<String> contentTypes) {
        return fault(contentTypes)
                .map(why -> Refusal.of(Problems.UNSUPPORTED_MEDIA_TYPE, why).header("Accept", mediaType));
    }

    private Optional<String> fault(List<String> contentTypes) {
        if (contentTypes.isEmpty()) return Optional.of("The body has no Content-Type; send " + mediaType + ".");
        if (contentTypes.size() > 1)
            return Optional.of("There are several Content-Type headers; send one, " + mediaType + ".");
        var parts = contentTypes.getFirst().toLowerCase(Locale.ROOT).split(";");
        if (!isMine(parts[0].strip())) return Optional.of("The body must be " + mediaType + ".");
        for (int i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip();
            if (parameter.startsWith("charset=")
                    && !parameter.substring(8).replace("\"", "").equals("utf-8")) {
                return Optional.of("The body must be in UTF-8; no other encoding is read here.");
            }
        }
        return Optional.empty();
    }

    private boolean isMine(String type) {
        return type.equals(mediaType) || this == JSON && type.startsWith("application/") && type.endsWith("+json");
    }
}
