package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The document says what the server does, in the words of the standard.
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Server server;
    private static Caller caller;
    private static JsonNode document;

    @BeforeAll
    static void open() {
        server = Server.builder()
                .port(0)
                .describe("Guesthouse", "1.0", "A *house*.")
                .mount(new Guesthouse()::mount)
                .start();
        caller = new Caller(server);
        document = caller.get("/openapi.json").json();
    }

    @AfterAll
    static void close() {
        caller.close();
        server.close();
    }

    @Test
    void it_keeps_the_schema_of_openapi_3_1() throws IOException {
        try (var schema = OpenApiTest.class.getResourceAsStream("/openapi-3.1/schema.json")) {
            var faults = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(document);
            assertThat(faults).isEmpty();
        }
        assertThat(document.path("openapi").asText()).startsWith("3.1.");
    }

    @Test
    void every_component_is_a_schema_and_every_reference_leads_somewhere() {
        var metaSchema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(java.net.URI.create("https://json-schema.org/draft/2020-12/schema"));
        document.path("components")
                .path("schemas")
                .forEach(schema -> assertThat(metaSchema.validate(schema))
                        .as(schema.toString())
                        .isEmpty());
        for (var reference : document.findValuesAsText("$ref"))
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
    }

    @Test
    void every_example_keeps_its_own_schema() {
        var checked = new ArrayList<String>();
        for (var content : contents()) {
            var schema = schemaWithComponents(content.path("schema"));
            var examples = new ArrayList<JsonNode>();
            if (content.has("example")) examples.add(content.path("example"));
            content.path("examples").forEach(example -> examples.add(example.path("value")));
            for (var example : examples) {
                assertThat(schema.validate(example)).as(example.toString()).isEmpty();
                checked.add(example.toString());
            }
        }
        assertThat(checked).hasSizeGreaterThan(20);
    }

    private static List<JsonNode> contents() {
        var contents = new ArrayList<JsonNode>();
        document.findValues("content").forEach(content -> content.forEach(contents::add));
        return contents;
    }

    private static com.networknt.schema.JsonSchema schemaWithComponents(JsonNode schema) {
        var whole = JSON.createObjectNode();
        whole.set("components", document.path("components"));
        whole.set("allOf", JSON.createArrayNode().add(schema));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole);
    }

    @Test
    void the_example_of_a_body_is_taken_by_the_server() {
        var example = document.at("/paths/~1v1~1guests/post/requestBody/content/application~1json/example");
        assertThat(caller.post("/v1/guests", example.toString()).status()).isEqualTo(201);
    }

    @Test
    void rules_are_told_in_json_schemas_words() {
        var registration = document.at("/components/schemas/Registration");
        assertThat(registration.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(registration.path("description").asText()).isEqualTo("What a guest gives to register.");
        assertThat(registration.path("required").toString()).isEqualTo("[\"email\",\"password\"]");
        assertThat(registration.at("/properties/email").toString())
                .isEqualTo(
                        "{\"type\":\"string\",\"format\":\"email\",\"maxLength\":254,\"description\":\"Where to reach the guest.\"}");
        assertThat(registration.at("/properties/password/writeOnly").asBoolean())
                .isTrue();
        assertThat(registration.at("/properties/name/type").toString()).isEqualTo("[\"string\",\"null\"]");
        assertThat(registration.at("/properties/room").toString())
                .isEqualTo("{\"type\":\"string\",\"enum\":[\"single\",\"double_bed\"],\"default\":\"single\"}");
        assertThat(registration.at("/properties/nights").toString())
                .isEqualTo("{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":1,\"maximum\":30,\"default\":1}");
        assertThat(registration.at("/properties/wishes/maxItems").asInt()).isEqualTo(3);
        assertThat(registration.at("/properties/address/anyOf/0/$ref").asText())
                .isEqualTo("#/components/schemas/Address");
        assertThat(document.at("/components/schemas/Guest/additionalProperties").isMissingNode())
                .isTrue();
    }

    @Test
    void parameters_say_where_they_stand() {
        var list = document.at("/paths/~1v1~1guests/get");
        assertThat(list.at("/parameters/1").toString())
                .isEqualTo(
                        "{\"name\":\"limit\",\"in\":\"query\",\"required\":false,\"schema\":{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":1,\"maximum\":100,\"default\":20}}");
        assertThat(document.at("/paths/~1v1~1guests~1{id}/get/parameters/0/in").asText())
                .isEqualTo("path");
        assertThat(document.at("/paths/~1v1~1guests~1{id}/get/parameters/0/required")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void refusals_and_guards_are_told() {
        var list = document.at("/paths/~1v1~1guests/get");
        assertThat(list.path("security").toString()).isEqualTo("[{\"access_token\":[]}]");
        assertThat(list.at("/responses").fieldNames())
                .toIterable()
                .containsExactly("200", "401", "403", "422", "default");
        assertThat(document.at("/paths/~1v1~1guests/post/responses").fieldNames())
                .toIterable()
                .containsExactly("201", "400", "409", "413", "415", "422", "default");
        assertThat(document.at(
                                "/paths/~1v1~1guests/post/responses/409/content/application~1problem+json/examples/email-taken/value/type")
                        .asText())
                .isEqualTo("/problems/email-taken");
        assertThat(document.at("/components/securitySchemes/access_token/scheme")
                        .asText())
                .isEqualTo("bearer");
    }

    @Test
    void every_operation_has_an_id_of_its_own() {
        var ids = document.findValuesAsText("operationId");
        assertThat(ids).doesNotHaveDuplicates().contains("postGuests", "getGuestsById", "patchGuestsById");
    }
}
