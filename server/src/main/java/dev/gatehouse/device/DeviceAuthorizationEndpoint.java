package dev.gatehouse.device;

import static dev.gatehouse.client.OAuthProblems.INVALID_CLIENT;
import static dev.gatehouse.client.OAuthProblems.INVALID_SCOPE;
import static dev.gatehouse.client.OAuthProblems.INVALID_TARGET;
import static dev.gatehouse.client.OAuthProblems.UNAUTHORIZED_CLIENT;
import static dev.gatehouse.client.OAuthProblems.UNCLEAR_CLIENT;

import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientGuard;
import dev.gatehouse.client.ClientProofView;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.client.OAuthProblems;
import dev.gatehouse.web.Admission;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import dev.gatehouse.web.shape.Spread;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Where a device begins.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8628#section-3.1 RFC 8628 §3.1, §3.2
public final class DeviceAuthorizationEndpoint {

    private final ClientGuard clients;
    private final DeviceCodes codes;
    private final String page;

    /// @param issuer our public URL
    public DeviceAuthorizationEndpoint(ClientGuard clients, DeviceCodes codes, String issuer) {
        this.clients = clients;
        this.codes = codes;
        this.page = issuer + DevicePages.PATH;
    }

    @IgnoreUnknown
    @EmptyIsAbsent
    @Doc("What a device asks for.")
    record DeviceRequest(
            @Doc("What the token shall allow, with spaces between; otherwise all but `openid` and `offline_access`.")
            Optional<@Size(max = 4_000) String> scope,

            @Doc("For whom the token shall be (RFC 8707); may be given several times.")
            Optional<@Size(max = 20) List<@Size(max = 2_000) String>> resource,

            @Spread ClientProofView client) {}

    @Doc("Two codes: one for the device, one for its person.")
    record DeviceResponse(
            @Doc("To be kept by the device, and sent to the token endpoint.")
            String deviceCode,

            @Doc("To be shown.") String userCode,
            @Doc("Where the person types it in.") URI verificationUri,

            @Doc("The same with the code in it, for a QR code.")
            URI verificationUriComplete,

            @Doc("In seconds.") long expiresIn,

            @Doc("How many seconds to wait between two questions at the token endpoint.")
            long interval) {}

    public void mount(Api api) {
        api.errorsAs(OAuthProblems.FORMAT)
                .post("/oauth2/device_authorization")
                .tag("OAuth 2")
                .summary("Ask for leave from a device without a keyboard")
                .takesForm(DeviceRequest.class)
                .answers(200, DeviceResponse.class)
                .refuses(UNCLEAR_CLIENT, INVALID_CLIENT, UNAUTHORIZED_CLIENT, INVALID_SCOPE, INVALID_TARGET)
                .to(this::begin);
    }

    private Answer<DeviceResponse> begin(Call<None, DeviceRequest, None> call) {
        return switch (clients.admit(call, call.body().client())) {
            case Admission.Refused<Client>(var refusal) -> Answer.refused(refusal);
            case Admission.Admitted<Client>(var client) -> begin(client, call.body());
        };
    }

    /// The rules, in order:
    ///
    /// 1. the client was registered with the grant, else `unauthorized_client` (RFC 6749 §5.2)
    /// 2. some scope asked for is its own, else `invalid_scope`; the others count as not understood (RFC 6749 §3.3)
    /// 3. every resource asked for is among its own, else `invalid_target` (RFC 8707 §2)
    private Answer<DeviceResponse> begin(Client client, DeviceRequest request) {
        if (!client.profile().allows(GrantType.DEVICE_CODE))
            return Answer.refused(UNAUTHORIZED_CLIENT, "It was not registered with device_code.");
        var scopes = scopes(client, request.scope());
        if (scopes.isEmpty())
            return Answer.refused(
                    INVALID_SCOPE,
                    "It may ask for: " + String.join(" ", client.profile().scopes()));
        var resources = new LinkedHashSet<>(request.resource().orElse(List.of()));
        if (!client.profile().resources().containsAll(resources))
            return Answer.refused(
                    INVALID_TARGET,
                    "It may ask for: " + String.join(" ", client.profile().resources()));
        var issued = codes.issue(client, scopes, resources);
        return Answer.of(response(issued));
    }

    private DeviceResponse response(DeviceCodes.Issued issued) {
        var shown = issued.userCode().shown();
        return new DeviceResponse(
                issued.deviceCode(),
                shown,
                URI.create(page),
                URI.create(page + "?user_code=" + shown),
                DeviceCode.LIFETIME.toSeconds(),
                DeviceCode.INTERVAL.toSeconds());
    }

    /// Nobody means `openid` and `offline_access` without saying so.
    private static SequencedSet<String> scopes(Client client, Optional<String> asked) {
        var own = client.profile().scopes();
        var scopes = new LinkedHashSet<>(
                asked.map(text -> Arrays.asList(text.strip().split(" +"))).orElseGet(() -> List.copyOf(own)));
        if (asked.isEmpty()) scopes.removeAll(List.of("openid", "offline_access"));
        scopes.retainAll(own);
        return scopes;
    }
}
