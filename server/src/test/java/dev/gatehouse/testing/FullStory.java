package dev.gatehouse.testing;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/// Everything that can be done, well and badly, and what must never be seen afterwards.
public final class FullStory {

    private static final String NEW_PASSWORD = "seven otters in the old mill";
    private static final String WRONG_PASSWORD = "three foxes behind the barn";

    private final TestHouse house;
    private final Set<String> secrets =
            new LinkedHashSet<>(Set.of(TestHouse.SECRET_KEY, Person.PASSWORD, NEW_PASSWORD, WRONG_PASSWORD));

    private FullStory(TestHouse house) {
        this.house = house;
    }

    /// @return every password, code and token that was used
    public static Set<String> tell(TestHouse house) {
        var story = new FullStory(house);
        story.administrators();
        story.people();
        story.mistakes();
        return story.secrets;
    }

    private void administrators() {
        var code = kept(house.house().registrar().offerSetup().orElseThrow());
        var form = Json.object("code", code, "email", "alice@example.com", "password", Person.PASSWORD);
        var made = house.caller().post("/v1/setup", form);
        house.caller().post("/v1/setup", form);
        var alice = new Person(house.caller(), made.text("/id"), "alice@example.com", Person.PASSWORD);
        var admin = alice.caller().with(kept(alice.tokens()).access());
        var bob = house.person("bob");
        kept(admin.post("/v1/invitations").text("/invitation"));
        admin.get("/v1/accounts?q=bob@example.com");
        admin.patch("/v1/accounts/" + bob.id(), Json.object("name", "Bob", "status", "disabled"));
        bob.signIn();
        admin.post("/v1/accounts/" + bob.id() + "/sign-out");
        admin.delete("/v1/accounts/" + bob.id());
    }

    private void people() {
        var carol = house.person("carol");
        carol.caller().signIn(carol.email(), WRONG_PASSWORD);
        var first = kept(carol.tokens());
        var second = kept(house.caller().refresh(first.refresh()).tokens());
        var signedIn = carol.caller().with(second.access());
        signedIn.put("/v1/me/email", Json.object("email", "carol@new.example.com"));
        signedIn.put("/v1/me/password", form(WRONG_PASSWORD));
        signedIn.put("/v1/me/password", form(Person.PASSWORD));
        house.clock().pass(Duration.ofMinutes(1));
        house.caller().refresh(first.refresh());
        house.person("dave").signedIn().delete("/v1/me");
        kept(house.person("erin").tokens());
    }

    private void mistakes() {
        var stranger = house.caller();
        stranger.register("frank@example.com", "password");
        stranger.register("carol@new.example.com", Person.PASSWORD);
        stranger.signIn(WRONG_PASSWORD, Person.PASSWORD);
        stranger.post("/v1/sign-in", Json.object("email", "a@example.com", "password", new String[] {WRONG_PASSWORD}));
        stranger.post("/v1/sign-in", "{\"email\":\"a@example.com\",\"password\":\"" + WRONG_PASSWORD);
        stranger.post("/v1/refresh", Json.object("refresh_token", Json.object("is", WRONG_PASSWORD)));
        stranger.with(WRONG_PASSWORD).get("/v1/me");
        stranger.get("/v1/me/sessions/x?password=" + WRONG_PASSWORD.replace(' ', '+'));
    }

    private static String form(String current) {
        return Json.object("current_password", current, "new_password", NEW_PASSWORD);
    }

    private Tokens kept(Tokens tokens) {
        secrets.add(tokens.access());
        secrets.add(tokens.refresh());
        return tokens;
    }

    private String kept(String secret) {
        secrets.add(secret);
        return secret;
    }
}
