package dev.gatehouse.mapper.testing;

import dev.gatehouse.mapper.DatabaseSettings;

/// An empty database that lives as long as a test needs it.
sealed interface Scratch permits ScratchFile, ScratchServer {
    DatabaseSettings settings();

    void remove();
}
