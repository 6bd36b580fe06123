package dev.gatehouse.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Application;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An application learns in which groups a person is, and which roles the person has, if it asks and may.
@EachDatabase
class AffiliationStoryTest {

    private static final Map<String, Object> MAY_ASK = Map.of("scope", "openid email offline_access groups roles");

    private final TestHouse house;
    private final Caller alice;
    private final Person bob;

    AffiliationStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        alice = house.administrator("alice").signedIn();
        bob = house.person("bob");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void both_tokens_and_userinfo_tell_them_in_order_and_by_other_groups_too() {
        group("crew", "Crew");
        group("staff", "All staff");
        add("crew", "person:" + bob.id());
        add("staff", "group:crew");
        role("editor");
        role("reader");
        give("reader", "{\"subject\":\"group:staff\"}");
        give("editor", "{\"subject\":\"person:" + bob.id() + "\"}");

        var tokens = new Application(house, alice, "grafana", MAY_ASK).signIn(bob, "openid groups roles");

        for (var token : List.of(tokens.getIDTokenString(), access(tokens))) {
            assertThat(claim(token, "groups")).contains(List.of("All staff", "Crew"));
            assertThat(claim(token, "roles")).contains(List.of("editor", "reader"));
        }
        assertThat(texts(userinfo(tokens), "/groups")).containsExactly("All staff", "Crew");
        assertThat(texts(userinfo(tokens), "/roles")).containsExactly("editor", "reader");
    }

    @Test
    void a_role_on_one_thing_is_none_that_a_token_tells() {
        role("editor");
        give("editor", "{\"subject\":\"person:" + bob.id() + "\",\"on\":{\"type\":\"document\",\"id\":\"charter\"}}");
        var tokens = new Application(house, alice, "grafana", MAY_ASK).signIn(bob, "openid roles");
        assertThat(claim(tokens.getIDTokenString(), "roles")).contains(List.of());
    }

    @Test
    void whoever_is_in_no_group_has_an_empty_list() {
        var tokens = new Application(house, alice, "grafana", MAY_ASK).signIn(bob, "openid groups");
        assertThat(claim(tokens.getIDTokenString(), "groups")).contains(List.of());
        assertThat(claim(access(tokens), "groups")).contains(List.of());
        assertThat(userinfo(tokens).json().has("groups")).isTrue();
        assertThat(texts(userinfo(tokens), "/groups")).isEmpty();
    }

    @Test
    void who_does_not_ask_is_told_nothing() {
        group("crew", "Crew");
        add("crew", "person:" + bob.id());
        var tokens = new Application(house, alice, "grafana", MAY_ASK).signIn(bob, "openid email");
        assertTold(tokens, false);
    }

    @Test
    void who_may_not_ask_is_told_nothing() {
        group("crew", "Crew");
        add("crew", "person:" + bob.id());
        var tokens = new Application(house, alice, "shop", Map.of()).signIn(bob, "openid groups roles");
        assertTold(tokens, false);
    }

    @Test
    void a_refreshed_token_tells_what_is_so_now() {
        group("crew", "Crew");
        add("crew", "person:" + bob.id());
        var grafana = new Application(house, alice, "grafana", MAY_ASK);
        var tokens = grafana.signIn(bob, "openid groups offline_access");
        assertTold(tokens, true);

        alice.delete("/v1/groups/crew/members/person:" + bob.id());
        alice.post("/v1/groups", Json.object("id", "cooks", "name", "Cooks"));
        add("cooks", "person:" + bob.id());

        var later = Application.tokens(grafana.refresh(tokens.getRefreshToken()));
        assertThat(claim(later.getIDTokenString(), "groups")).contains(List.of("Cooks"));
        assertThat(claim(access(later), "groups")).contains(List.of("Cooks"));
        assertThat(texts(userinfo(tokens), "/groups")).containsExactly("Cooks");
    }

    @Test
    void a_renamed_group_is_told_by_its_new_name() {
        group("crew", "Crew");
        add("crew", "person:" + bob.id());
        alice.patch("/v1/groups/crew", "{\"name\":\"Deck hands\"}");
        var tokens = new Application(house, alice, "grafana", MAY_ASK).signIn(bob, "openid groups");
        assertThat(claim(tokens.getIDTokenString(), "groups")).contains(List.of("Deck hands"));
    }

    @Test
    void more_than_a_token_can_carry_are_told_by_userinfo_only() {
        group("all", "All");
        for (int number = 0; number < 100; number++) {
            group("crew-" + number, "Crew " + number);
            add("crew-" + number, "group:all");
        }
        var grafana = new Application(house, alice, "grafana", MAY_ASK);
        add("crew-0", "person:" + bob.id());
        assertTold(grafana.signIn(bob, "openid groups"), true);

        add("all", "person:" + bob.id());
        var tokens = grafana.signIn(bob, "openid groups");
        assertThat(claim(tokens.getIDTokenString(), "groups")).isEmpty();
        assertThat(claim(access(tokens), "groups")).isEmpty();
        assertThat(texts(userinfo(tokens), "/groups")).hasSize(101);
    }

    @Test
    void what_is_supported_is_said() {
        var said = house.caller().get("/.well-known/openid-configuration");
        assertThat(texts(said, "/scopes_supported")).contains("groups", "roles");
        assertThat(texts(said, "/claims_supported")).contains("groups", "roles");
    }

    private void assertTold(OIDCTokens tokens, boolean told) {
        assertThat(claim(tokens.getIDTokenString(), "groups").isPresent()).isEqualTo(told);
        assertThat(claim(access(tokens), "groups").isPresent()).isEqualTo(told);
        assertThat(userinfo(tokens).json().has("groups")).isEqualTo(told);
    }

    private void group(String id, String name) {
        assertThat(alice.post("/v1/groups", Json.object("id", id, "name", name)).status())
                .isEqualTo(201);
    }

    private void add(String group, String subject) {
        assertThat(alice.put("/v1/groups/" + group + "/members/" + subject, "").status())
                .isEqualTo(204);
    }

    private void role(String name) {
        assertThat(alice.put("/v1/roles/" + name, "{\"actions\":[\"read\"]}").status())
                .isEqualTo(200);
    }

    private void give(String role, String form) {
        assertThat(alice.post("/v1/roles/" + role + "/holders", form).status()).isEqualTo(204);
    }

    private Reply userinfo(OIDCTokens tokens) {
        return house.caller().with(access(tokens)).get("/oauth2/userinfo");
    }

    private static String access(OIDCTokens tokens) {
        return tokens.getAccessToken().getValue();
    }

    private static Optional<Object> claim(String token, String name) {
        try {
            return Optional.ofNullable(JWTParser.parse(token).getJWTClaimsSet().getClaim(name));
        } catch (ParseException fault) {
            throw new AssertionError(token, fault);
        }
    }

    private static List<String> texts(Reply reply, String pointer) {
        return StreamSupport.stream(reply.json().at(pointer).spliterator(), false)
                .map(text -> text.asText())
                .toList();
    }
}
