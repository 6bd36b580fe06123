package dev.gatehouse.secret;

import java.nio.charset.StandardCharsets;

/// Every text becomes bytes in one way.
final class Utf8 {
    private Utf8() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
