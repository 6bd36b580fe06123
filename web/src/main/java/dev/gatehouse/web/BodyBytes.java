package dev.gatehouse.web;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Takes a request's body from the wire, and no more of it than is allowed.
final class BodyBytes {
    private static final byte[] NOTHING = {};

    private BodyBytes() {}

    /// @return the body, empty when none was sent; or nothing at all when it is longer than allowed
    /// @throws ConnectionLost when the caller went away in the middle
    /// @throws BrokenBody when it is not framed as HTTP has it
    static Optional<byte[]> read(ServerRequest http, int mostBytes) {
        if (!http.content().hasEntity()) return Optional.of(NOTHING);
        var declared = http.headers().first(HeaderNames.CONTENT_LENGTH);
        if (declared.isPresent() && Long.parseLong(declared.get()) > mostBytes) return Optional.empty();
        try (var in = http.content().inputStream()) {
            // One byte more than allowed tells a body that fits from one that goes on.
            var bytes = in.readNBytes(mostBytes + 1);
            return bytes.length > mostBytes ? Optional.empty() : Optional.of(bytes);
        } catch (RequestException e) {
            throw new BrokenBody(e.status().code(), e);
        } catch (IOException | UncheckedIOException | InsufficientDataAvailableException e) {
            throw new ConnectionLost(e);
        } catch (RuntimeException e) {
            // The library's own words for a chunk size that is no number.
            throw new BrokenBody(400, e);
        }
    }
}
