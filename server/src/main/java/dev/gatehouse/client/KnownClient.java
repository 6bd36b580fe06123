package dev.gatehouse.client;

import java.util.List;

/// A client as it is held in memory.
///
/// @param secrets digests of those that are good, the newest first
record KnownClient(Client client, List<String> secrets) {
    KnownClient {
        secrets = List.copyOf(secrets);
    }
}
