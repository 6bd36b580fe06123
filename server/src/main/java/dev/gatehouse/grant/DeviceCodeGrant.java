package dev.gatehouse.grant;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.device.DeviceCodes;
import dev.gatehouse.device.DeviceRedemption;
import dev.gatehouse.grant.Grant.Reason;
import dev.gatehouse.grant.Grant.Refused;
import dev.gatehouse.token.Confirmation;
import java.util.List;
import java.util.Optional;

/// A device asks whether its person has allowed it what it wants, again and again until somebody decides.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8628#section-3.4 RFC 8628 §3.4, §3.5
final class DeviceCodeGrant {

    private final DeviceCodes codes;
    private final FirstTokens tokens;

    DeviceCodeGrant(DeviceCodes codes, FirstTokens tokens) {
        this.codes = codes;
        this.tokens = tokens;
    }

    /// The rules, in order:
    ///
    /// 1. the client was registered with this grant, else `unauthorized_client` (RFC 6749 §5.2)
    /// 2. there is a device code, else `invalid_request`
    /// 3. it is known, this client's and not spent, else `invalid_grant`; not expired, else `expired_token`;
    ///    decided, else `authorization_pending` or `slow_down`; allowed, else `access_denied` (RFC 8628 §3.5): see
    ///    [DeviceCodes]
    /// 4. every resource asked for is among those that were authorized, else `invalid_target`: see [FirstTokens]
    ///
    /// @param client authenticated by now
    /// @param proven the keys that it holds; the access token will ask for them
    Grant give(Client client, Optional<String> deviceCode, List<String> resources, Confirmation proven, Origin origin) {
        if (!client.profile().allows(GrantType.DEVICE_CODE))
            return new Refused(Reason.UNAUTHORIZED_CLIENT, "It was not registered with device_code.");
        if (deviceCode.isEmpty()) return new Refused(Reason.MISSING_PARAMETER, "Send the `device_code`.");
        return switch (codes.redeem(client, deviceCode.get(), proven)) {
            case DeviceRedemption.Pending _ ->
                new Refused(Reason.AUTHORIZATION_PENDING, "Nobody has decided yet; ask again after the interval.");
            case DeviceRedemption.TooSoon(var interval) ->
                new Refused(
                        Reason.SLOW_DOWN, "From now on wait " + interval.toSeconds() + " seconds between questions.");
            case DeviceRedemption.Denied _ -> new Refused(Reason.ACCESS_DENIED, "The person does not allow it.");
            case DeviceRedemption.Expired _ -> new Refused(Reason.EXPIRED_TOKEN, "Begin again with another code.");
            case DeviceRedemption.Refused _ ->
                new Refused(
                        Reason.INVALID_GRANT,
                        "The code is unknown, spent or not of this client, or the person's leave has ended.");
            case DeviceRedemption.Redeemed(var permit, var refreshToken) ->
                tokens.give(
                        new FirstTokens.Redeemed(
                                GrantType.DEVICE_CODE, permit, Optional.empty(), Optional.empty(), refreshToken),
                        resources,
                        proven,
                        origin);
        };
    }
}
