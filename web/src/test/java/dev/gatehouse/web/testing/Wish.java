package dev.gatehouse.web.testing;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a certificate shall say.
///
/// @param names alternative names, in DER
/// @param purpose the last octet of the extended key usage; 0: none is said
public record Wish(String subject, List<byte[]> names, int purpose, Instant from, Instant until, String algorithm) {
    private static final int SERVER = 1;
    private static final int CLIENT = 2;

    /// Good for years before and after now: houses of tests live at times of their own.
    public static Wish of(String subject) {
        var now = Instant.now();
        return new Wish(subject, List.of(), 0, now.minus(Duration.ofDays(800)), now.plus(Duration.ofDays(3_000)), "EC");
    }

    /// For a server on this machine.
    public static Wish server() {
        return of("CN=gatehouse").dns("localhost").ip("127.0.0.1").with(SERVER);
    }

    public static Wish client(String subject) {
        return of(subject).with(CLIENT);
    }

    public Wish dns(String name) {
        return and(DerText.text(0x82, name));
    }

    public Wish uri(String name) {
        return and(DerText.text(0x86, name));
    }

    public Wish email(String name) {
        return and(DerText.text(0x81, name));
    }

    public Wish ip(String address) {
        return and(DerText.of(0x87, InetAddress.ofLiteral(address).getAddress()));
    }

    public Wish forServers() {
        return with(SERVER);
    }

    public Wish between(Instant start, Instant end) {
        return new Wish(subject, names, purpose, start, end, algorithm);
    }

    public Wish rsa() {
        return new Wish(subject, names, purpose, from, until, "RSA");
    }

    private Wish with(int other) {
        return new Wish(subject, names, other, from, until, algorithm);
    }

    private Wish and(byte[] name) {
        var all = new ArrayList<>(names);
        all.add(name);
        return new Wish(subject, all, purpose, from, until, algorithm);
    }
}
