package dev.gatehouse.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads one HTTP/1.1 answer after which the connection is closed.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9112#section-6 RFC 9112 §6, §7.1
final class ResponseReader {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})[ \\t]*(?:;.*)?");
    private static final int MOST_HEADER_BYTES = 16 * 1024;

    private final InputStream in;
    private final int mostBytes;
    private int headerBytes;

    /// @param mostBytes of the body
    ResponseReader(InputStream in, int mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    /// @throws IOException with a reason for the log
    OutboundAnswer.Answered read() throws IOException {
        while (true) {
            var status = status();
            var headers = headers();
            // RFC 9110 §15.2: answers on the way to the one that counts.
            if (status >= 200) return new OutboundAnswer.Answered(status, headers, body(status, headers));
        }
    }

    private int status() throws IOException {
        var matcher = STATUS.matcher(line());
        if (!matcher.matches()) throw new IOException("it does not speak HTTP/1.1");
        return Integer.parseInt(matcher.group(1));
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var header = HEADER.matcher(line);
            if (!header.matches()) throw new IOException("one of its headers is malformed");
            headers.merge(header.group(1).toLowerCase(Locale.ROOT), header.group(2), (one, more) -> one + ", " + more);
        }
        return headers;
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        if (status == 204 || status == 304) return new byte[0];
        var coding = headers.get("transfer-encoding");
        if (coding != null) {
            if (!coding.equalsIgnoreCase("chunked")) throw new IOException("its transfer coding is unknown");
            return chunks();
        }
        var length = headers.get("content-length");
        if (length == null) return whole(in.readNBytes(mostBytes + 1));
        if (!length.matches("\\d{1,9}")) throw new IOException("its content-length is none");
        return exactly(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            var size = CHUNK.matcher(line());
            if (!size.matches()) throw new IOException("its chunks are malformed");
            var length = Integer.parseInt(size.group(1), 16);
            if (length == 0) return body.toByteArray();
            if (length > mostBytes - body.size()) throw tooLong();
            body.writeBytes(exactly(length));
            if (!line().isEmpty()) throw new IOException("its chunks are malformed");
        }
    }

    private byte[] exactly(int length) throws IOException {
        if (length > mostBytes) throw tooLong();
        var bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException("it broke off");
        return bytes;
    }

    private byte[] whole(byte[] bytes) throws IOException {
        if (bytes.length > mostBytes) throw tooLong();
        return bytes;
    }

    private IOException tooLong() {
        return new IOException("it is longer than " + mostBytes + " bytes");
    }

    /// Lines of chunks count as well: a chunk a byte would be one line a byte.
    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new EOFException("it broke off");
            if (++headerBytes > MOST_HEADER_BYTES) throw new IOException("its headers are too long");
            line.write(next);
        }
        var text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
