package dev.gatehouse.web.shape;

import java.lang.reflect.RecordComponent;
import java.util.Locale;

/// The names that stand in JSON and in parameters: snake_case of the Java name, unless `@Name` says otherwise.
final class WireName {
    private WireName() {}

    static String of(RecordComponent component) {
        var given = component.getAnnotation(Name.class);
        return given != null ? given.value() : snakeCase(component.getName());
    }

    static String of(Enum<?> constant) {
        try {
            var given = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Name.class);
            return given != null ? given.value() : constant.name().toLowerCase(Locale.ROOT);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `accessToken` → `access_token`, `redirectURIs` → `redirect_uris`, `sha256Hash` → `sha256_hash`.
    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z]{2,})", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
