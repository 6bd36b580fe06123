package dev.gatehouse.consent;

import static dev.gatehouse.consent.ConsentProblems.NO_SUCH_CONSENT;

import dev.gatehouse.account.Account;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Clients;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.Doc;
import java.time.Instant;
import java.util.List;

/// The doors through which people see what they allowed, and take it back.
public final class ConsentEndpoint {

    private final Consents consents;
    private final Clients clients;
    private final Guard<Account> signedIn;

    public ConsentEndpoint(Consents consents, Clients clients, Guard<Account> signedIn) {
        this.consents = consents;
        this.clients = clients;
        this.signedIn = signedIn;
    }

    @Doc("What I allowed an application.")
    record GivenConsent(
            String clientId,
            @Doc("As it calls itself.") String clientName,
            @Doc("With spaces between.") String scope,
            Instant firstGivenAt,
            @Doc("When I last agreed.") Instant givenAt) {}

    record ConsentList(List<GivenConsent> consents) {}

    record ByClient(String clientId) {}

    public void mount(Api api) {
        api.get("/v1/me/consents")
                .tag("Me")
                .summary("List what I allowed applications")
                .requires(signedIn)
                .answers(200, ConsentList.class)
                .to(this::list);
        api.delete("/v1/me/consents/{client_id}")
                .tag("Me")
                .summary("Take back what I allowed an application")
                .requires(signedIn)
                .parameters(ByClient.class)
                .answers(204)
                .refuses(NO_SUCH_CONSENT)
                .to(this::revoke);
    }

    private Answer<ConsentList> list(Call<None, None, Account> call) {
        var me = call.who();
        return Answer.of(new ConsentList(
                consents.list(me.tenantId(), me.id()).stream().map(this::shown).toList()));
    }

    private Answer<None> revoke(Call<ByClient, None, Account> call) {
        var me = call.who();
        var origin = Origin.of(call.remoteAddress(), call.requestId()).actingAs(me.subject());
        return consents.revoke(me.tenantId(), me.id(), call.parameters().clientId(), origin)
                ? Answer.empty()
                : Answer.refused(NO_SUCH_CONSENT, "Perhaps it was taken back already.");
    }

    private GivenConsent shown(Consent consent) {
        var name = clients.find(consent.tenantId(), consent.clientId())
                .map(client -> client.profile().name())
                .orElse(consent.clientId());
        return new GivenConsent(
                consent.clientId(),
                name,
                String.join(" ", consent.scopes()),
                consent.firstGivenAt(),
                consent.givenAt());
    }
}
