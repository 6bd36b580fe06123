package dev.gatehouse.device;

import dev.gatehouse.token.Permit;
import dev.gatehouse.token.RefreshSecret;
import java.time.Duration;
import java.util.Optional;

/// What a device is told that asks whether somebody has allowed it what it wants.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8628#section-3.5 RFC 8628 §3.5
public sealed interface DeviceRedemption {

    /// @param refreshToken if the client may have one
    record Redeemed(Permit permit, Optional<RefreshSecret> refreshToken) implements DeviceRedemption {}

    /// Nobody has decided yet.
    record Pending() implements DeviceRedemption {}

    /// Nobody has decided yet, and the device asks too often.
    ///
    /// @param interval how long it has to wait from now on
    record TooSoon(Duration interval) implements DeviceRedemption {}

    record Denied() implements DeviceRedemption {}

    record Expired() implements DeviceRedemption {}

    /// Unknown, spent, another client's, or what the person allowed has ended already: they are not told apart.
    record Refused() implements DeviceRedemption {}
}
