package dev.gatehouse.registration;

import static dev.gatehouse.registration.ClientRegistrationProblems.INVALID_CLIENT_METADATA;
import static dev.gatehouse.registration.ClientRegistrationProblems.INVALID_REDIRECT_URI;
import static dev.gatehouse.registration.ClientRegistrationProblems.INVALID_TOKEN;
import static dev.gatehouse.registration.ClientRegistrationProblems.TOO_MANY_CLIENTS;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientFault;
import dev.gatehouse.client.ClientMetadata;
import dev.gatehouse.client.ClientView;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Cors;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The doors at which applications register themselves, and look after themselves with the token that they got.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7591#section-3 RFC 7591 §3
/// @spec https://www.rfc-editor.org/rfc/rfc7592#section-2 RFC 7592 §2
public final class ClientRegistrationEndpoint {

    private static final String PATH = "/oauth2/register";

    private final ClientRegistrations registrations;
    private final String issuer;

    /// @param issuer our public URL
    public ClientRegistrationEndpoint(ClientRegistrations registrations, String issuer) {
        this.registrations = registrations;
        this.issuer = issuer;
    }

    record ById(String clientId) {}

    public void mount(Api api) {
        var doors = api.errorsAs(ClientRegistrationProblems.FORMAT);
        doors.post(PATH)
                .tag("OAuth 2")
                .summary("Register a client (RFC 7591)")
                .takesLoosely(ClientMetadata.class)
                .cors(Cors.anyOrigin())
                .answers(201, ClientView.class)
                .refuses(INVALID_CLIENT_METADATA, INVALID_REDIRECT_URI, INVALID_TOKEN, TOO_MANY_CLIENTS)
                .to(this::register);
        doors.get(PATH + "/{client_id}")
                .tag("OAuth 2")
                .summary("Show a client to itself (RFC 7592)")
                .parameters(ById.class)
                .cors(Cors.anyOrigin())
                .answers(200, ClientView.class)
                .refuses(INVALID_TOKEN)
                .to(this::show);
        doors.put(PATH + "/{client_id}")
                .tag("OAuth 2")
                .summary("Say everything of a client anew (RFC 7592)")
                .parameters(ById.class)
                .takesLoosely(ClientMetadata.class)
                .cors(Cors.anyOrigin())
                .answers(200, ClientView.class)
                .refuses(INVALID_CLIENT_METADATA, INVALID_REDIRECT_URI, INVALID_TOKEN)
                .to(this::replace);
        doors.delete(PATH + "/{client_id}")
                .tag("OAuth 2")
                .summary("Let a client remove itself (RFC 7592)")
                .parameters(ById.class)
                .cors(Cors.anyOrigin())
                .answers(204)
                .refuses(INVALID_TOKEN)
                .to(this::remove);
    }

    private Answer<ClientView> register(Call<None, ClientMetadata, None> call) {
        var outcome = registrations.register(Tenant.MAIN, token(call), call.body()::over, origin(call));
        return answer(
                call,
                outcome,
                done -> Answer.created(view(done), PATH + "/" + done.client().id()));
    }

    private Answer<ClientView> show(Call<ById, None, None> call) {
        return own(
                call,
                client -> Answer.of(view(new Registration.Done(
                        client, Optional.empty(), token(call).orElseThrow()))));
    }

    /// RFC 7592 §2.2: the name of the client must stand in the body too.
    private Answer<ClientView> replace(Call<ById, ClientMetadata, None> call) {
        return own(
                call,
                client -> call.body().clientId().filter(client.id()::equals).isEmpty()
                        ? Answer.refused(INVALID_CLIENT_METADATA, "client_id must be that of the address")
                        : answer(
                                call,
                                registrations.replace(client, token(call).orElseThrow(), call.body(), origin(call)),
                                done -> Answer.of(view(done))));
    }

    private Answer<None> remove(Call<ById, None, None> call) {
        return own(call, client -> {
            registrations.remove(client, origin(call));
            return Answer.empty();
        });
    }

    /// A client that is gone and a token that is wrong are told alike, RFC 7592 §2.1.
    private <T> Answer<T> own(Call<ById, ?, None> call, Function<Client, Answer<T>> work) {
        return token(call)
                .flatMap(token ->
                        registrations.find(Tenant.MAIN, call.parameters().clientId(), token))
                .map(work)
                .orElseGet(() -> Answer.refused(invalidToken(call)));
    }

    private static <T> Answer<T> answer(
            Call<?, ?, ?> call, Registration outcome, Function<Registration.Done, Answer<T>> granted) {
        return switch (outcome) {
            case Registration.Done done -> granted.apply(done);
            case Registration.Refused(var faults) -> Answer.refused(refusal(faults));
            case Registration.NotAllowed _ -> Answer.refused(invalidToken(call));
            case Registration.TooMany _ ->
                Answer.refused(Refusal.of(TOO_MANY_CLIENTS, "Too many clients were registered from there lately.")
                        .retryAfter(Duration.ofHours(1)));
        };
    }

    /// @spec https://www.rfc-editor.org/rfc/rfc7591#section-3.2.2 RFC 7591 §3.2.2
    private static Refusal refusal(List<ClientFault> faults) {
        var type = faults.stream().allMatch(fault -> fault.field().equals("redirect_uris"))
                ? INVALID_REDIRECT_URI
                : INVALID_CLIENT_METADATA;
        return Refusal.of(type, faults.stream().map(ClientFault::toString).collect(Collectors.joining("; ")));
    }

    /// RFC 6750 §3.1: who shows nothing is told nothing but the scheme.
    private static Refusal invalidToken(Call<?, ?, ?> call) {
        return Refusal.of(INVALID_TOKEN, "Send a token that is good for this: `Authorization: Bearer …`.")
                .header("WWW-Authenticate", token(call).isPresent() ? "Bearer error=\"invalid_token\"" : "Bearer");
    }

    private ClientView view(Registration.Done done) {
        var address = URI.create(issuer + PATH + "/" + done.client().id());
        return ClientView.of(
                done.client(), done.secret(), Optional.of(new ClientView.Registered(done.token(), address)));
    }

    private static Optional<String> token(Call<?, ?, ?> call) {
        return call.credentials("Bearer");
    }

    private static Origin origin(Call<?, ?, ?> call) {
        return Origin.of(call.remoteAddress(), call.requestId());
    }
}
