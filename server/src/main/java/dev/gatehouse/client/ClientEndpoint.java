package dev.gatehouse.client;

import static dev.gatehouse.client.ClientProblems.CLIENT_ID_TAKEN;
import static dev.gatehouse.client.ClientProblems.HAS_NO_SECRET;
import static dev.gatehouse.client.ClientProblems.NO_SUCH_CLIENT;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Fault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The doors through which administrators look after registered applications.
public final class ClientEndpoint {

    private final Clients clients;
    private final Guard<Actor> administrator;

    public ClientEndpoint(Clients clients, Guard<Actor> administrator) {
        this.clients = clients;
        this.administrator = administrator;
    }

    record Paging(
            @Min(1) @Max(200) @DefaultValue("50") int limit,
            @Doc("The `next` of the page before.") Optional<@Size(max = 63) String> after) {}

    @Doc("One page of clients, in the order of their ids.")
    record ClientPage(
            List<ClientView> clients,

            @Doc("Send it as `after` to get the next page; absent on the last.")
            Optional<String> next) {}

    record ById(String clientId) {}

    @Doc("Which secrets stay good.")
    record SecretRotation(
            @Doc("Whether the secrets before shall be worthless at once; otherwise the last one stays good.")
            @DefaultValue("false")
            boolean only) {}

    public void mount(Api api) {
        api.get("/v1/clients")
                .tag("Administration")
                .summary("List clients")
                .requires(administrator)
                .parameters(Paging.class)
                .answers(200, ClientPage.class)
                .to(this::list);
        api.post("/v1/clients")
                .tag("Administration")
                .summary("Register a client")
                .requires(administrator)
                .takes(ClientMetadata.class)
                .answers(201, ClientView.class)
                .refuses(CLIENT_ID_TAKEN)
                .to(this::register);
        api.get("/v1/clients/{client_id}")
                .tag("Administration")
                .summary("Show a client")
                .requires(administrator)
                .parameters(ById.class)
                .answers(200, ClientView.class)
                .refuses(NO_SUCH_CLIENT)
                .to(this::show);
        api.patch("/v1/clients/{client_id}")
                .tag("Administration")
                .summary("Change a client")
                .requires(administrator)
                .parameters(ById.class)
                .takes(ClientMetadata.class)
                .answers(200, ClientView.class)
                .refuses(NO_SUCH_CLIENT)
                .to(this::change);
        api.delete("/v1/clients/{client_id}")
                .tag("Administration")
                .summary("Remove a client")
                .requires(administrator)
                .parameters(ById.class)
                .answers(204)
                .refuses(NO_SUCH_CLIENT)
                .to(this::remove);
        api.post("/v1/clients/{client_id}/secret")
                .tag("Administration")
                .summary("Give a client another secret")
                .requires(administrator)
                .parameters(ById.class)
                .takes(SecretRotation.class)
                .answers(200, ClientView.class)
                .refuses(NO_SUCH_CLIENT, HAS_NO_SECRET)
                .to(this::rotateSecret);
    }

    private Answer<ClientPage> list(Call<Paging, None, Actor> call) {
        var paging = call.parameters();
        var oneMore = clients.list(call.who().tenantId(), paging.after(), paging.limit() + 1);
        var page = oneMore.stream().limit(paging.limit()).map(ClientView::of).toList();
        var next = oneMore.size() > page.size() ? Optional.of(page.getLast().clientId()) : Optional.<String>empty();
        return Answer.of(new ClientPage(page, next));
    }

    private Answer<ClientView> register(Call<None, ClientMetadata, Actor> call) {
        var body = call.body();
        var outcome =
                clients.register(call.who().tenantId(), body.clientId(), body.over(ClientProfile.BLANK), origin(call));
        return answer(outcome, done -> {
            var view = ClientView.of(done.client(), done.secret());
            return Answer.created(view, "/v1/clients/" + view.clientId());
        });
    }

    private Answer<ClientView> show(Call<ById, None, Actor> call) {
        return clients.find(call.who().tenantId(), call.parameters().clientId())
                .map(client -> Answer.of(ClientView.of(client)))
                .orElseGet(ClientEndpoint::unknown);
    }

    private Answer<ClientView> change(Call<ById, ClientMetadata, Actor> call) {
        var id = call.parameters().clientId();
        var outcome = clients.change(call.who().tenantId(), id, call.body()::over, origin(call));
        return answer(outcome, done -> Answer.of(ClientView.of(done.client(), done.secret())));
    }

    private Answer<None> remove(Call<ById, None, Actor> call) {
        var outcome = clients.remove(call.who().tenantId(), call.parameters().clientId(), origin(call));
        return answer(outcome, _ -> Answer.empty());
    }

    private Answer<ClientView> rotateSecret(Call<ById, SecretRotation, Actor> call) {
        var id = call.parameters().clientId();
        var outcome =
                clients.rotateSecret(call.who().tenantId(), id, call.body().only(), origin(call));
        return answer(outcome, done -> Answer.of(ClientView.of(done.client(), done.secret())));
    }

    private static <T> Answer<T> answer(ClientChange outcome, Function<ClientChange.Done, Answer<T>> granted) {
        return switch (outcome) {
            case ClientChange.Done done -> granted.apply(done);
            case ClientChange.Refused(var faults) ->
                Answer.invalid(faults.stream()
                        .map(fault -> Fault.inBody("/" + fault.field(), "client", fault.message()))
                        .toList());
            case ClientChange.IdTaken _ -> Answer.refused(CLIENT_ID_TAKEN, "Choose another, or leave it out.");
            case ClientChange.NoSuchClient _ -> unknown();
            case ClientChange.HasNoSecret _ ->
                Answer.refused(HAS_NO_SECRET, "Give it another token_endpoint_auth_method first.");
        };
    }

    private static <T> Answer<T> unknown() {
        return Answer.refused(NO_SUCH_CLIENT, "No client has this client_id; it may have been removed.");
    }

    private static Origin origin(Call<?, ?, Actor> call) {
        return Origin.of(call.remoteAddress(), call.requestId())
                .actingAs(call.who().id());
    }
}
