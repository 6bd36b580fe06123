package dev.gatehouse.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.account.Account;
import dev.gatehouse.authorize.NextStep.AskConsent;
import dev.gatehouse.authorize.NextStep.ChooseAccount;
import dev.gatehouse.authorize.NextStep.Known;
import dev.gatehouse.authorize.NextStep.Refuse;
import dev.gatehouse.authorize.NextStep.Register;
import dev.gatehouse.authorize.NextStep.Respond;
import dev.gatehouse.authorize.NextStep.SignIn;
import dev.gatehouse.client.AuthenticationMethod;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientProfile;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.client.ResponseMode;
import dev.gatehouse.session.Session;
import dev.gatehouse.session.Standing;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What comes next: a row a test.
class NextStepTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final String APP = "com.example.shop:/cb";
    private static final UUID ALICE = new UUID(7, 1);
    private static final UUID SESSION = new UUID(7, 2);
    private static final Optional<Instant> YESTERDAY = Optional.of(NOON.minusSeconds(86_400));
    private static final Optional<Progress> FRESH_TICKET =
            Optional.of(new Progress(NOON.minusSeconds(60), Optional.empty(), false));

    @Test
    void a_stranger_signs_in_or_registers() {
        assertThat(decide(asked(), stranger())).isEqualTo(new SignIn());
        assertThat(decide(asked(Prompt.CREATE), stranger())).isEqualTo(new Register());
        assertThat(decide(asked(Prompt.NONE), stranger())).isInstanceOf(Refuse.class);
    }

    @Test
    void who_has_not_allowed_it_is_asked() {
        var known = known(alice(3_600), Optional.empty(), Optional.empty(), NOON);
        assertThat(decide(asked(), known)).isEqualTo(new AskConsent());
        assertThat(error(decide(asked(Prompt.NONE), known))).isEqualTo("consent_required");
    }

    @Test
    void who_has_allowed_it_is_not() {
        assertThat(decide(asked(), known(3_600)))
                .isEqualTo(new Respond(alice(3_600).orElseThrow()));
        assertThat(decide(asked(Prompt.NONE), known(3_600))).isInstanceOf(Respond.class);
    }

    @Test
    void consent_that_must_be_given_anew_is_given_after_the_request() {
        assertThat(decide(asked(Prompt.CONSENT), known(3_600))).isEqualTo(new AskConsent());
        var anew = known(alice(3_600), FRESH_TICKET, Optional.of(NOON), NOON);
        assertThat(decide(asked(Prompt.CONSENT), anew)).isInstanceOf(Respond.class);
    }

    @Test
    void a_sign_in_that_must_be_new_comes_after_the_request() {
        assertThat(decide(asked(Prompt.LOGIN), known(1))).isEqualTo(new SignIn());
        assertThat(decide(asked(Prompt.LOGIN), known(alice(61), FRESH_TICKET, YESTERDAY, NOON)))
                .isEqualTo(new SignIn());
        assertThat(decide(asked(Prompt.LOGIN), known(alice(60), FRESH_TICKET, YESTERDAY, NOON)))
                .isInstanceOf(Respond.class);
    }

    @Test
    void max_age_counts_from_the_sign_in() {
        assertThat(decide(asked(Optional.of(100L), Optional.empty()), known(100)))
                .isInstanceOf(Respond.class);
        assertThat(decide(asked(Optional.of(100L), Optional.empty()), known(101)))
                .isEqualTo(new SignIn());
        assertThat(decide(asked(Optional.of(0L), Optional.empty()), known(0))).isEqualTo(new SignIn());
        assertThat(decide(asked(Optional.of(0L), Optional.empty()), known(alice(30), FRESH_TICKET, YESTERDAY, NOON)))
                .isInstanceOf(Respond.class);
    }

    @Test
    void somebody_else_than_was_meant_signs_in() {
        assertThat(decide(asked(Optional.empty(), Optional.of(ALICE.toString())), known(5)))
                .isInstanceOf(Respond.class);
        assertThat(decide(asked(Optional.empty(), Optional.of("bob")), known(5)))
                .isEqualTo(new SignIn());
    }

    @Test
    void who_has_to_choose_has_chosen_in_this_session() {
        assertThat(decide(asked(Prompt.SELECT_ACCOUNT), known(3_600))).isEqualTo(new ChooseAccount());
        assertThat(decide(asked(Prompt.SELECT_ACCOUNT), chosen(new UUID(7, 3)))).isEqualTo(new ChooseAccount());
        assertThat(decide(asked(Prompt.SELECT_ACCOUNT), chosen(SESSION))).isInstanceOf(Respond.class);
    }

    @Test
    void a_no_is_a_no() {
        var no = new Progress(NOON, Optional.empty(), true);
        assertThat(error(decide(asked(), known(alice(5), Optional.of(no), YESTERDAY, NOON))))
                .isEqualTo("access_denied");
    }

    @Test
    void who_cannot_prove_to_be_the_client_is_asked_about_every_time() {
        var request = asked(APP, AuthenticationMethod.NONE, false);
        assertThat(decide(request, known(3_600))).isEqualTo(new AskConsent());
        assertThat(decide(request, known(alice(60), FRESH_TICKET, YESTERDAY, NOON)))
                .isEqualTo(new AskConsent());
        var agreedNow = known(alice(3_600), FRESH_TICKET, Optional.of(NOON), NOON);
        assertThat(decide(request, agreedNow)).isInstanceOf(Respond.class);
        assertThat(decide(asked("http://127.0.0.1:7/cb", AuthenticationMethod.NONE, false), known(3_600)))
                .isEqualTo(new AskConsent());
    }

    @Test
    void a_secret_or_an_address_on_the_web_is_proof() {
        assertThat(decide(asked(APP, AuthenticationMethod.CLIENT_SECRET_BASIC, false), known(3_600)))
                .isInstanceOf(Respond.class);
        assertThat(decide(asked("https://app.example.org/cb", AuthenticationMethod.NONE, false), known(3_600)))
                .isInstanceOf(Respond.class);
    }

    @Test
    void our_own_app_asks_unless_the_person_has_just_signed_in_for_it() {
        var request = asked(APP, AuthenticationMethod.NONE, true);
        assertThat(decide(request, known(3_600))).isEqualTo(new AskConsent());
        assertThat(decide(request, known(alice(60), FRESH_TICKET, Optional.empty(), NOON)))
                .isInstanceOf(Respond.class);
        assertThat(decide(asked("https://app.example.org/cb", AuthenticationMethod.NONE, true), known(3_600)))
                .isInstanceOf(Respond.class);
    }

    private static NextStep decide(AuthorizationRequest request, Known known) {
        return NextStep.decide(request, known);
    }

    private static String error(NextStep step) {
        return ((Refuse) step).error();
    }

    private static Known stranger() {
        return known(Optional.empty(), Optional.empty(), Optional.empty(), NOON);
    }

    private static Known known(long signedInSecondsAgo) {
        return known(alice(signedInSecondsAgo), Optional.empty(), YESTERDAY, NOON);
    }

    private static Known chosen(UUID session) {
        var progress = new Progress(NOON.minusSeconds(60), Optional.of(session), false);
        return known(alice(3_600), Optional.of(progress), YESTERDAY, NOON);
    }

    private static AuthorizationRequest asked(Prompt... prompts) {
        return asked(Set.of(prompts), Optional.empty(), Optional.empty());
    }

    private static AuthorizationRequest asked(Optional<Long> maxAge, Optional<String> subject) {
        return asked(Set.of(), maxAge, subject);
    }

    private static AuthorizationRequest asked(Set<Prompt> prompts, Optional<Long> maxAge, Optional<String> subject) {
        return asked(client("https://app.example.org/cb", AuthenticationMethod.NONE, false), prompts, maxAge, subject);
    }

    private static AuthorizationRequest asked(
            String redirectUri, AuthenticationMethod authentication, boolean firstParty) {
        var client = client(redirectUri, authentication, firstParty);
        return asked(client, Set.of(), Optional.empty(), Optional.empty());
    }

    private static Client client(String redirectUri, AuthenticationMethod authentication, boolean firstParty) {
        var profile = new ClientProfile(
                "The shop",
                authentication,
                Set.of(GrantType.AUTHORIZATION_CODE),
                new LinkedHashSet<>(List.of(redirectUri)),
                new LinkedHashSet<>(List.of("openid")),
                new LinkedHashSet<>(),
                true,
                firstParty);
        return new Client("main", "shop", profile, NOON, NOON);
    }

    private static AuthorizationRequest asked(
            Client client, Set<Prompt> prompts, Optional<Long> maxAge, Optional<String> subject) {
        var redirectUri = client.profile().redirectUris().getFirst();
        return new AuthorizationRequest(
                client,
                new ReplyTo(client, redirectUri, ResponseMode.QUERY, Optional.empty()),
                client.profile().scopes(),
                prompts,
                maxAge,
                subject,
                Delivery.of(new RequestParameters(Map.of()), false));
    }

    private static Optional<Standing> alice(long signedInSecondsAgo) {
        var then = NOON.minusSeconds(signedInSecondsAgo);
        var end = NOON.plusSeconds(86_400);
        var session = new Session("main", SESSION, ALICE, 0, then, then, then, end, end, "::1", Optional.empty());
        var account = new Account(
                "main",
                ALICE,
                "alice@example.com",
                true,
                Optional.empty(),
                Optional.empty(),
                Account.Status.ACTIVE,
                0,
                then,
                then);
        return Optional.of(new Standing(session, account));
    }

    private static Known known(
            Optional<Standing> standing, Optional<Progress> progress, Optional<Instant> consentedAt, Instant now) {
        return new Known(standing, standing.map(person -> person.account().subject()), progress, consentedAt, now);
    }
}
