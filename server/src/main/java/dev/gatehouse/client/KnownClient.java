package dev.gatehouse.client;

import java.util.List;

/// A client as it is held in memory.
///
/// @param secrets that are good, the newest first
record KnownClient(Client client, List<KeptSecret> secrets) {
    KnownClient {
        secrets = List.copyOf(secrets);
    }
}
