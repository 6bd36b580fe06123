package dev.gatehouse.authorize;

import dev.gatehouse.session.Session;
import dev.gatehouse.session.Standing;
import java.time.Instant;
import java.util.Optional;

/// What is to be done now with a request that is in order. Decided anew after every page, from what is known: no page
/// decides what comes after it.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#Authenticates OpenID Connect Core §3.1.2.3, §3.1.2.4
sealed interface NextStep {

    record SignIn() implements NextStep {}

    record Register() implements NextStep {}

    record ChooseAccount() implements NextStep {}

    record AskConsent() implements NextStep {}

    /// The client gets its code.
    record Respond(Standing standing) implements NextStep {}

    /// @param error a word of the specifications
    record Refuse(String error, String why) implements NextStep {}

    /// What is known when a step is decided.
    ///
    /// @param standing who is signed in at the browser
    /// @param subject by what name the client knows who is signed in
    /// @param progress empty before any page was shown
    /// @param consentedAt when the person last allowed this client all that it asks for
    record Known(
            Optional<Standing> standing,
            Optional<String> subject,
            Optional<Progress> progress,
            Optional<Instant> consentedAt,
            Instant now) {

        /// Whether something happened for this very request.
        private boolean isForThis(Instant moment) {
            return progress.filter(it -> !moment.isBefore(it.since())).isPresent();
        }
    }

    static NextStep decide(AuthorizationRequest request, Known known) {
        var step = stepFor(request, known);
        if (!request.wants(Prompt.NONE)) return step;
        return switch (step) {
            case Respond _, Refuse _ -> step;
            case SignIn _, Register _ -> new Refuse("login_required", "nobody is signed in as is asked for");
            case ChooseAccount _ -> new Refuse("account_selection_required", "the person has to choose");
            case AskConsent _ -> new Refuse("consent_required", "the person has not allowed all of this");
        };
    }

    private static NextStep stepFor(AuthorizationRequest request, Known known) {
        if (known.progress().filter(Progress::isDenied).isPresent())
            return new Refuse("access_denied", "the person does not allow it");
        if (known.standing().isEmpty()) return request.wants(Prompt.CREATE) ? new Register() : new SignIn();
        var standing = known.standing().get();
        if (!isWhoIsMeant(request, known)) return new SignIn();
        if (!isFreshEnough(request, standing.session(), known))
            return request.wants(Prompt.CREATE) ? new Register() : new SignIn();
        if (request.wants(Prompt.SELECT_ACCOUNT) && !isChosen(standing.session(), known)) return new ChooseAccount();
        if (!isConsented(request, standing.session(), known)) return new AskConsent();
        return new Respond(standing);
    }

    private static boolean isWhoIsMeant(AuthorizationRequest request, Known known) {
        return request.subject().isEmpty() || request.subject().equals(known.subject());
    }

    /// A sign-in for this very request is fresh, whatever was asked: otherwise `max_age=0` would ask for ever.
    private static boolean isFreshEnough(AuthorizationRequest request, Session session, Known known) {
        if (known.isForThis(session.authenticatedAt())) return true;
        if (request.wants(Prompt.LOGIN) || request.wants(Prompt.CREATE)) return false;
        return request.maxAgeSeconds().stream()
                .allMatch(age -> !known.now().isAfter(session.authenticatedAt().plusSeconds(age)) && age > 0);
    }

    /// Who has just signed in for this request has chosen by that.
    private static boolean isChosen(Session session, Known known) {
        return known.isForThis(session.authenticatedAt())
                || known.progress().flatMap(Progress::chosen).equals(Optional.of(session.id()));
    }

    /// First-party clients belong to whoever runs this server, so nobody is asked.
    private static boolean isConsented(AuthorizationRequest request, Session session, Known known) {
        var firstParty = request.client().profile().firstParty();
        if (!request.replyTo().isProof())
            return isConsentedAnew(known) || firstParty && known.isForThis(session.authenticatedAt());
        if (firstParty) return true;
        return request.wants(Prompt.CONSENT)
                ? isConsentedAnew(known)
                : known.consentedAt().isPresent();
    }

    private static boolean isConsentedAnew(Known known) {
        return known.consentedAt().filter(known::isForThis).isPresent();
    }
}
