package dev.gatehouse.token;

/// A client wants its tokens encrypted, and no key of it can be had now. It gets nothing, rather than what others could
/// read.
public final class ClientKeyMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    ClientKeyMissing(String clientId, String algorithm) {
        super("The client " + clientId + " has no key for " + algorithm + " that can be had.");
    }
}
