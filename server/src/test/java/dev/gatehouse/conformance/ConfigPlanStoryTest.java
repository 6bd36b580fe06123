package dev.gatehouse.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.TestHouse;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The plan `oidcc-config-certification-test-plan`: what a client finds out by itself.
@EachDatabase
class ConfigPlanStoryTest {

    private static final String ISSUER = "https://id.example.com";

    private final TestHouse house;

    ConfigPlanStoryTest(TestDatabase on) {
        house = TestHouse.on(on, Map.of(Variable.CLIENT_REGISTRATION, "open"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_configuration_says_what_a_client_needs() {
        var reply = house.caller().get("/.well-known/openid-configuration");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type").orElseThrow()).startsWith("application/json");
        var said = reply.json();
        assertThat(said.at("/issuer").asText()).isEqualTo(ISSUER);
        assertThat(words(said, "response_types_supported")).containsExactly("code");
        assertThat(words(said, "grant_types_supported")).contains("authorization_code");
        assertThat(words(said, "subject_types_supported")).containsExactly("public", "pairwise");
        assertThat(words(said, "id_token_signing_alg_values_supported"))
                .contains("RS256")
                .doesNotContain("none");
        assertThat(words(said, "userinfo_signing_alg_values_supported")).contains("RS256");
        assertThat(words(said, "request_object_signing_alg_values_supported")).contains("RS256");
        assertThat(words(said, "scopes_supported")).contains("openid");
        assertThat(words(said, "claims_supported")).contains("sub", "name", "email");
        assertThat(said.get("claims_parameter_supported").asBoolean()).isTrue();
        assertThat(words(said, "ui_locales_supported"))
                .allSatisfy(tag ->
                        assertThat(Locale.forLanguageTag(tag).toLanguageTag()).isEqualTo(tag));
    }

    @Test
    void every_address_in_it_is_ours_under_https_and_there() {
        var said = house.caller().get("/.well-known/openid-configuration").json();
        var addresses = said.properties().stream()
                .filter(member ->
                        member.getKey().endsWith("_endpoint") || member.getKey().endsWith("_uri"))
                .toList();
        assertThat(addresses)
                .extracting(Map.Entry::getKey)
                .contains(
                        "authorization_endpoint",
                        "token_endpoint",
                        "userinfo_endpoint",
                        "registration_endpoint",
                        "end_session_endpoint",
                        "jwks_uri");
        assertThat(addresses).allSatisfy(member -> {
            var address = member.getValue().asText();
            assertThat(address).startsWith(ISSUER + "/");
            assertThat(house.caller().get(URI.create(address).getPath()).status())
                    .as(address)
                    .isNotEqualTo(404);
        });
    }

    @Test
    void the_keys_are_public_named_once_and_of_a_use() throws Exception {
        house.caller().get("/.well-known/openid-configuration");
        var keys =
                JWKSet.parse(house.caller().get("/oauth2/jwks").http().body()).getKeys();
        assertThat(keys).extracting(JWK::getKeyID).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(keys).extracting(JWK::getKeyType).contains(KeyType.RSA).doesNotContain(KeyType.OCT);
        assertThat(keys).allSatisfy(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.getKeyUse().getValue()).isEqualTo("sig");
            assertThat(key.getAlgorithm()).isNotNull();
        });
    }

    private static Iterable<String> words(JsonNode said, String member) {
        return said.get(member).valueStream().map(JsonNode::asText).toList();
    }
}
