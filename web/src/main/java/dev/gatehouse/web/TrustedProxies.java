package dev.gatehouse.web;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// The networks whose word about "who is behind me" counts. From anybody else such a header is a caller's
/// invention.
record TrustedProxies(List<Network> networks) {

    boolean trust(InetAddress address) {
        for (var network : networks) if (network.contains(address)) return true;
        return false;
    }

    /// Walks from the nearest hop outward, past trusted proxies, to the first address that is not one of ours.
    ///
    /// @param hops as the headers list them, the farthest first; empty where a hop hid or garbled its address
    InetAddress clientBehind(InetAddress peer, List<Optional<InetAddress>> hops) {
        var nearest = peer;
        for (var hop : hops.reversed()) {
            // What stands beyond an address that we cannot read was written by nobody we know.
            if (hop.isEmpty()) return nearest;
            nearest = hop.get();
            if (!trust(nearest)) return nearest;
        }
        return nearest;
    }
}
