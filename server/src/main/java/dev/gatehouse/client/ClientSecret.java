package dev.gatehouse.client;

import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.OpaqueToken;

/// What a confidential client proves itself with: 256 random bits, shown once and never kept.
public record ClientSecret(String value) {

    static ClientSecret create() {
        return new ClientSecret(OpaqueToken.random(OpaqueToken.Kind.CLIENT_SECRET));
    }

    static boolean isWellFormed(String presented) {
        return OpaqueToken.isWellFormed(OpaqueToken.Kind.CLIENT_SECRET, presented);
    }

    String digest() {
        return Digest.of(value);
    }

    @Override
    public String toString() {
        return "ClientSecret[secret]";
    }
}
