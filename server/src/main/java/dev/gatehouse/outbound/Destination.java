package dev.gatehouse.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Where a call goes: what stands in the address, and the machines that it may mean.
///
/// @param addresses judged; to be tried in this order
/// @param target the path with the query, as the request line has it
record Destination(String host, int port, boolean isTls, String target, List<InetAddress> addresses) {

    /// Looks the name up, once.
    ///
    /// @param lookup gives every address of a name; empty when there is none
    /// @return the destination, or why there is none
    static Result of(URI uri, PrivateAddresses rule, Function<String, List<InetAddress>> lookup) {
        var fault = OutboundAddress.fault(uri);
        if (fault.isPresent()) return refused(fault.get());
        var isTls = uri.getScheme().toLowerCase(Locale.ROOT).equals("https");
        if (!isTls && rule == PrivateAddresses.REFUSED) return refused("is http, which we do not call");
        var addresses = lookup.apply(uri.getHost());
        if (addresses.isEmpty()) return new None(new OutboundAnswer.Failed("its host cannot be found"));
        if (rule == PrivateAddresses.REFUSED && !addresses.stream().allMatch(PublicAddresses::has))
            return refused("leads to a private address, which we do not call");
        if (!isTls && !addresses.stream().allMatch(InetAddress::isLoopbackAddress))
            return refused("is http and leads to another machine");
        return new Found(new Destination(uri.getHost(), port(uri, isTls), isTls, target(uri), addresses));
    }

    sealed interface Result {}

    record Found(Destination destination) implements Result {}

    record None(OutboundAnswer answer) implements Result {}

    /// As the `Host` header has it.
    String authority() {
        return port == (isTls ? 443 : 80) ? host : host + ":" + port;
    }

    /// The name for TLS, where IPv6 addresses stand without brackets.
    String serverName() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static Result refused(String why) {
        return new None(new OutboundAnswer.Refused("the address " + why));
    }

    private static int port(URI uri, boolean isTls) {
        return uri.getPort() > 0 ? uri.getPort() : isTls ? 443 : 80;
    }

    private static String target(URI uri) {
        var ascii = URI.create(uri.toASCIIString());
        var path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }
}
