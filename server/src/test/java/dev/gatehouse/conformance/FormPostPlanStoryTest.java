package dev.gatehouse.conformance;

import static dev.gatehouse.testing.PlainClient.CALLBACK;
import static dev.gatehouse.testing.PlainClient.through;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.PlainClient;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import dev.gatehouse.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The plan `oidcc-formpost-basic-certification-test-plan`: the same answers, as forms that send themselves.
@EachDatabase
class FormPostPlanStoryTest {

    private final TestHouse house;
    private final Person bob;
    private final PlainClient client;
    private final Browser browser;

    FormPostPlanStoryTest(TestDatabase on) {
        house = TestHouse.on(on, Map.of(Variable.CLIENT_REGISTRATION, "open", Variable.PKCE_REQUIRED, "public"));
        bob = house.person("bob");
        client = PlainClient.registered(house);
        browser = new Browser(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_code_comes_as_a_form_and_not_in_an_address() {
        var page = through(browser, client.open(browser, "response_mode", "form_post"), bob);
        var sent = sent(page);
        assertThat(sent).containsOnlyKeys("code", "state", "iss");
        assertThat(client.redeem(sent.get("code")).status()).isEqualTo(200);
    }

    @Test
    void a_no_comes_as_a_form_too() {
        assertThat(sent(client.open(browser, "response_mode", "form_post", "prompt", "none")))
                .containsEntry("error", "login_required");
        assertThat(sent(client.open(browser, "response_mode", "form_post", "response_type", null)))
                .containsEntry("error", "invalid_request");
        assertThat(sent(client.open(browser, "response_mode", "form_post", "request", "nonsense")))
                .containsEntry("error", "invalid_request_object");
    }

    /// Old browsers, and those that test programs bring, know no modules: the script is an ordinary one, after the
    /// form.
    @Test
    void the_form_sends_itself_in_browsers_of_any_age() {
        var body = client.open(browser, "response_mode", "form_post", "prompt", "none")
                .http()
                .body();
        assertThat(body).contains("<script>").doesNotContain("type=\"module\"");
        assertThat(body.indexOf("<script>")).isGreaterThan(body.indexOf("</form>"));
    }

    private static Map<String, String> sent(Reply page) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Location")).isEmpty();
        assertThat(page.header("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.http().body())
                .contains("<form method=\"post\" action=\"" + CALLBACK + "\"", "a state, with spaces &amp; signs");
        var sent = Visitor.hidden(page);
        assertThat(sent.get("state")).isEqualTo("a state, with spaces & signs");
        assertThat(sent.get("iss")).isEqualTo("https://id.example.com");
        return sent;
    }
}
