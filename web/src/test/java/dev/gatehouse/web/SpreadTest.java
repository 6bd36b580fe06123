package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.web.shape.Shapes;
import dev.gatehouse.web.shape.Spread;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Many members on the wire, a few things in Java.
class SpreadTest {
    record Sender(String from, Optional<String> replyTo) {}

    record Stamp(@Size(min = 2, max = 2) String country) {}

    record Letter(
            @Spread Sender sender, String text, @Spread Stamp stamp) {}

    record Twice(@Spread Sender sender, String from) {}

    private static Server server;
    private static Caller caller;

    @BeforeAll
    static void open() {
        server = Server.builder()
                .port(0)
                .mount(api -> {
                    api.post("/letters")
                            .summary("Send back")
                            .takes(Letter.class)
                            .answers(200, Letter.class)
                            .to(call -> Answer.of(call.body()));
                    api.post("/cards")
                            .summary("Send back")
                            .takesForm(Letter.class)
                            .answers(200, Letter.class)
                            .to(call -> Answer.of(call.body()));
                })
                .start();
        caller = new Caller(server);
    }

    @AfterAll
    static void close() {
        caller.close();
        server.close();
    }

    @Test
    void members_come_and_go_side_by_side() {
        var json = "{\"from\":\"alice\",\"reply_to\":\"bob\",\"text\":\"hello\",\"country\":\"de\"}";
        assertThat(caller.post("/letters", json).http().body()).isEqualTo(json);
    }

    @Test
    void so_do_the_fields_of_a_form() {
        var form = "from=alice&text=hello&country=de";
        var reply = caller.send("POST", "/cards", form, "Content-Type", "application/x-www-form-urlencoded");
        assertThat(reply.http().body()).isEqualTo("{\"from\":\"alice\",\"text\":\"hello\",\"country\":\"de\"}");
    }

    @Test
    void each_keeps_its_own_rules() {
        assertThat(caller.post("/letters", "{\"from\":\"alice\",\"country\":\"Germany\"}")
                        .faults())
                .containsExactly("/country size", "/text required");
    }

    @Test
    void the_documents_show_no_record_inside() {
        var letter = caller.get("/openapi.json")
                .json()
                .path("components")
                .path("schemas")
                .path("Letter");
        assertThat(letter.path("properties").fieldNames())
                .toIterable()
                .containsExactly("from", "reply_to", "text", "country");
        assertThat(letter.path("required").toString()).isEqualTo("[\"from\",\"text\",\"country\"]");
    }

    @Test
    void one_name_cannot_stand_twice() {
        assertThatThrownBy(() -> new Shapes(InstantSource.system()).of(Twice.class))
                .hasMessageContaining("two components named 'from'");
    }
}
