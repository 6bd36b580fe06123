package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Answers that do not fit into what the network takes at once.
class SlowReaderTest {

    /// More than the buffers of both sides hold together.
    private static final String LONG = "0123456789abcdef".repeat(1 << 20);

    @Test
    void a_long_answer_arrives_whole() {
        var request = "GET /long HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        try (var server = Server.builder()
                .port(0)
                .mount(api -> api.get("/long")
                        .answers(200, None.class)
                        .answersAs("text/plain")
                        .to(_ -> Answer.<None>written("text/plain", LONG)))
                .start()) {
            var answer = Wire.tell(server, request);
            var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            assertThat(body.length()).isEqualTo(LONG.length());
            assertThat(body.equals(LONG)).isTrue();
        }
    }
}
