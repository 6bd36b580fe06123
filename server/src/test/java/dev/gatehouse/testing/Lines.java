package dev.gatehouse.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// What a process says, read as it says it: one whose words nobody reads would stop for want of room.
final class Lines {

    /// An empty one is the end.
    private final BlockingQueue<Optional<String>> said = new LinkedBlockingQueue<>();

    Lines(BufferedReader reader) {
        Thread.ofVirtual().start(() -> {
            try (reader) {
                reader.lines().map(Optional::of).forEach(said::add);
            } catch (IOException fault) {
                said.add(Optional.of(fault.toString()));
            } finally {
                said.add(Optional.empty());
            }
        });
    }

    /// @return empty after the last
    Optional<String> next() {
        try {
            var line = said.take();
            if (line.isEmpty()) said.add(line);
            return line;
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    List<String> rest() {
        var rest = new ArrayList<String>();
        for (var line = next(); line.isPresent(); line = next()) rest.add(line.get());
        return rest;
    }
}
