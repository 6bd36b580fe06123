package dev.gatehouse.session;

import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.OpaqueToken;

/// What a browser's cookie holds: 256 random bits that mean nothing by themselves. We keep the digest only, so
/// that whoever reads the table can be nobody.
///
/// Made before a transaction begins, and anew at every authentication.
public record CookieSecret(String value) {

    public static CookieSecret create() {
        return new CookieSecret(OpaqueToken.random(OpaqueToken.Kind.BROWSER_SESSION));
    }

    static boolean isWellFormed(String presented) {
        return OpaqueToken.isWellFormed(OpaqueToken.Kind.BROWSER_SESSION, presented);
    }

    String digest() {
        return Digest.of(value);
    }

    @Override
    public String toString() {
        return "CookieSecret[secret]";
    }
}
