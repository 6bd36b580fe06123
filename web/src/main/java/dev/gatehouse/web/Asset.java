package dev.gatehouse.web;

import io.helidon.http.HeaderNames;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A file to hand out. It is read and packed when somebody first asks, and forgotten when memory is short.
final class Asset {
    private static final int SMALLEST_TO_PACK = 1024;

    private final String contentType;
    private final List<HttpHeader> headers;
    private final Supplier<byte[]> source;
    /// Kept for good, since pages name it: null until somebody asks.
    private volatile String digest;

    private SoftReference<Packed> packed = new SoftReference<>(null);

    /// @param bytes packed with gzip when that pays
    private record Packed(byte[] bytes, boolean isGzip, String digest) {
        /// Weak: the packed and the plain form are the same file.
        String etag() {
            return "W/\"" + digest + "\"";
        }
    }

    Asset(String contentType, Supplier<byte[]> source, HttpHeader... headers) {
        this.contentType = contentType;
        this.source = source;
        this.headers = List.of(headers);
    }

    /// A file on the class path.
    static Asset ofResource(String contentType, String path, UnaryOperator<byte[]> change, HttpHeader... headers) {
        return new Asset(contentType, () -> change.apply(Resources.read(path)), headers);
    }

    /// A digest of the file, 16 hexadecimal digits.
    String digest() {
        if (digest == null) digest = packed().digest();
        return digest;
    }

    Outcome answer(Incoming incoming, HttpHeader... more) {
        var file = packed();
        var sent = new ArrayList<>(headers);
        sent.addAll(List.of(more));
        sent.add(new HttpHeader("ETag", file.etag()));
        sent.add(new HttpHeader("Vary", "Accept-Encoding"));
        if (incoming.request().headers("If-None-Match").contains(file.etag()))
            return new Outcome.Replied(Reply.empty(304, sent));
        boolean gzip = file.isGzip() && acceptsGzip(incoming);
        if (gzip) sent.add(new HttpHeader("Content-Encoding", "gzip"));
        var bytes = gzip || !file.isGzip() ? file.bytes() : unpack(file.bytes());
        return new Outcome.Replied(new Reply(200, contentType, bytes, List.copyOf(sent)));
    }

    private static boolean acceptsGzip(Incoming incoming) {
        return incoming.http().headers().all(HeaderNames.ACCEPT_ENCODING, List::of).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .anyMatch(coding -> coding.strip().split(";")[0].equals("gzip")
                        && !coding.replace(" ", "").endsWith(";q=0"));
    }

    private synchronized Packed packed() {
        var known = packed.get();
        if (known != null) return known;
        var made = pack(source.get());
        packed = new SoftReference<>(made);
        return made;
    }

    private static Packed pack(byte[] plain) {
        try {
            var digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(plain), 0, 8);
            if (plain.length < SMALLEST_TO_PACK) return new Packed(plain, false, digest);
            var out = new ByteArrayOutputStream(plain.length / 3);
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(plain);
            }
            return new Packed(out.toByteArray(), true, digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unpack(byte[] bytes) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
