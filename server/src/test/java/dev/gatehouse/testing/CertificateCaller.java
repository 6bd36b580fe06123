package dev.gatehouse.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.web.testing.Issued;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Optional;

/// A program behind a proxy that the house trusts, which has seen its certificate.
///
/// @param shown empty: it has none
public record CertificateCaller(TestHouse house, Optional<Issued> shown) {

    /// In which the proxy writes it down, as nginx does.
    public static final String HEADER = "X-Client-Cert";

    public static CertificateCaller with(TestHouse house, Issued certificate) {
        return new CertificateCaller(house, Optional.of(certificate));
    }

    public static CertificateCaller without(TestHouse house) {
        return new CertificateCaller(house, Optional.empty());
    }

    /// @param fields name, value, name, value
    public Reply post(String path, String... fields) {
        var form = new ArrayList<String>();
        for (int i = 0; i < fields.length; i += 2) form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], UTF_8));
        return send(HttpRequest.newBuilder(house.url(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", form))));
    }

    public Reply get(String path, String accessToken) {
        return send(HttpRequest.newBuilder(house.url(path)).header("Authorization", "Bearer " + accessToken));
    }

    private Reply send(HttpRequest.Builder request) {
        shown.ifPresent(certificate -> request.header(HEADER, escaped(certificate)));
        try {
            return new Reply(house.http().send(request.build(), BodyHandlers.ofString()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private static String escaped(Issued certificate) {
        return URLEncoder.encode(certificate.chainPem(), UTF_8).replace("+", "%20");
    }
}
