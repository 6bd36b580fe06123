package dev.gatehouse.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a caller proves who they are: the OpenAPI entry, and the challenge of a 401.
///
/// @param name the entry's key in the document, `access_token`
/// @param entry the Security Scheme Object
/// @param challenge the `WWW-Authenticate` of a 401 that brings none of its own
/// @spec https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object OpenAPI 3.1 Security Scheme Object
public record SecurityScheme(String name, Map<String, Object> entry, String challenge) {
    public SecurityScheme {
        entry = Collections.unmodifiableMap(new LinkedHashMap<>(entry));
    }

    /// `Authorization: Bearer …`, RFC 6750.
    ///
    /// @param format what the token looks like, a hint for readers: `JWT`
    public static SecurityScheme bearer(String name, String format, String description) {
        return new SecurityScheme(
                name,
                ordered("type", "http", "scheme", "bearer", "bearerFormat", format, "description", description),
                "Bearer");
    }

    /// `Authorization: Basic …`, RFC 7617.
    public static SecurityScheme basic(String name, String realm, String description) {
        return new SecurityScheme(
                name,
                ordered("type", "http", "scheme", "basic", "description", description),
                "Basic realm=\"" + realm.replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\", charset=\"UTF-8\"");
    }

    private static Map<String, Object> ordered(String... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return map;
    }
}
