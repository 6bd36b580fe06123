package dev.gatehouse.client;

import java.util.Optional;

/// What is kept of a client's secret.
///
/// @param sealed the secret itself, which only a client of `client_secret_jwt` needs kept
record KeptSecret(String digest, Optional<String> sealed) {

    KeptSecret unsealed() {
        return new KeptSecret(digest, Optional.empty());
    }
}
