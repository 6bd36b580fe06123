package dev.gatehouse.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.outbound.Outbound;
import dev.gatehouse.outbound.PrivateAddresses;
import dev.gatehouse.outbound.TrustedCertificates;
import dev.gatehouse.testing.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SectorDocumentTest {

    private static final String ONE = "https://one.example.org/callback";
    private static final String TWO = "https://two.example.org/callback";

    private final HttpServer host;
    private int status = 200;
    private String document = "";
    private final AtomicInteger asked = new AtomicInteger();
    private CountDownLatch slow = new CountDownLatch(0);

    SectorDocumentTest() throws IOException {
        host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.createContext("/sector", exchange -> {
            asked.incrementAndGet();
            slowly();
            var body = document.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        host.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        host.start();
    }

    private void slowly() {
        try {
            slow.await();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    @AfterEach
    void close() {
        slow.countDown();
        host.stop(0);
    }

    @Test
    void a_sector_that_lists_all_addresses_of_the_client_is_its_sector() {
        document = "[\"https://three.example.org/\",\"" + TWO + "\",\"" + ONE + "\"]";
        assertThat(fault(ONE, TWO)).isEmpty();
    }

    @Test
    void nobody_calls_himself_a_neighbour_of_somebody_else() {
        document = "[\"" + ONE + "\"]";
        assertThat(fault(ONE, TWO).orElseThrow()).contains(TWO).doesNotContain(ONE);
    }

    @Test
    void what_is_no_list_or_no_answer_is_no_sector() {
        document = "{\"redirect_uris\":[\"" + ONE + "\"]}";
        assertThat(fault(ONE)).isPresent();
        document = "[\"" + ONE + "\"] and more";
        assertThat(fault(ONE)).isPresent();
        document = "[\"" + ONE + "\"]";
        status = 404;
        assertThat(fault(ONE).orElseThrow()).contains("404");
    }

    @Test
    void an_address_where_we_do_not_call_is_no_sector() {
        document = "[\"" + ONE + "\"]";
        var strict = new SectorDocument(new Outbound(PrivateAddresses.REFUSED, TrustedCertificates.OF_THE_JDK));
        assertThat(strict.fault(profile(ONE))).isPresent();
    }

    @Test
    void those_who_answer_slowly_hold_up_no_more_than_a_few() throws InterruptedException {
        document = "[\"" + ONE + "\"]";
        var outbound = new Outbound(PrivateAddresses.ALLOWED, TrustedCertificates.OF_THE_JDK);
        var sectors = new SectorDocument(outbound);
        slow = new CountDownLatch(1);
        var waiting = Stream.generate(() -> Thread.ofVirtual().unstarted(() -> sectors.fault(profile(ONE))))
                .limit(4)
                .toList();
        waiting.forEach(Thread::start);
        Await.until(() -> asked.get() == 4);
        assertThat(sectors.fault(profile(ONE)).orElseThrow().message()).contains("try again");
        slow.countDown();
        for (var one : waiting) one.join();
        assertThat(sectors.fault(profile(ONE))).isEmpty();
    }

    private Optional<String> fault(String... redirectUris) {
        var outbound = new Outbound(PrivateAddresses.ALLOWED, TrustedCertificates.OF_THE_JDK);
        return new SectorDocument(outbound).fault(profile(redirectUris)).map(ClientFault::message);
    }

    private ClientProfile profile(String... redirectUris) {
        var blank = ClientProfile.BLANK;
        return new ClientProfile(
                        "Shop",
                        blank.authentication(),
                        blank.grants(),
                        new LinkedHashSet<>(List.of(redirectUris)),
                        blank.scopes(),
                        blank.resources(),
                        true,
                        false)
                .with(
                        ClientMember.SECTOR_IDENTIFIER_URI,
                        "http://127.0.0.1:" + host.getAddress().getPort() + "/sector");
    }
}
