package dev.gatehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Somebody opens the API documents, presses "Try it out", and sends what stands there.
@EachDatabase
class PastedExampleTest {

    private static final Set<String> TAGS = Set.of("Permissions", "AuthZEN", "OpenFGA");

    /// What makes something comes before what is asked of it.
    private static final List<String> FIRST =
            List.of("/v1/models", "/v1/relationships", "/v1/groups", "/v1/roles/{role}");

    private final TestHouse house;
    private final Caller admin;
    private String storeId = "";
    private String modelId = "";

    PastedExampleTest(TestDatabase on) {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void every_example_of_the_permission_operations_works_as_it_stands() {
        var paths = admin.get("/openapi.json").json().path("paths");
        for (var path : FIRST) sendAll(path, paths.path(path));
        paths.properties().stream()
                .filter(path -> !FIRST.contains(path.getKey()))
                .forEach(path -> sendAll(path.getKey(), path.getValue()));
        assertThat(admin.post("/v1/check", example(paths, "/v1/check")).text("/allowed"))
                .isEqualTo("true");
    }

    private void sendAll(String path, JsonNode operations) {
        for (var operation : operations.properties()) {
            var example = operation.getValue().at("/requestBody/content/application~1json/example");
            var isOurs = TAGS.contains(operation.getValue().at("/tags/0").asText());
            if (!isOurs || example.isMissingNode()) continue;
            var reply = send(operation.getKey(), path, example.toString());
            assertThat(reply.status())
                    .as("%s %s: %s", path, example, reply.http().body())
                    .isBetween(200, 204);
        }
    }

    private Reply send(String method, String template, String body) {
        var path = template.replace("{store_id}", storeId)
                .replace("{authorization_model_id}", modelId)
                .replace("{id}", "staff")
                .replace("{role}", "editor");
        var reply = switch (method) {
            case "post" -> admin.post(path, body);
            case "put" -> admin.put(path, body);
            default -> admin.patch(path, body);
        };
        if (template.equals("/openfga/stores")) storeId = reply.text("/id");
        if (template.endsWith("/authorization-models")) modelId = reply.text("/authorization_model_id");
        return reply;
    }

    private static String example(JsonNode paths, String path) {
        return paths.path(path)
                .at("/post/requestBody/content/application~1json/example")
                .toString();
    }
}
