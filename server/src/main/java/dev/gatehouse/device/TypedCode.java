package dev.gatehouse.device;

import java.time.Duration;

/// What a code that a person typed in turns out to be.
sealed interface TypedCode {

    /// The code of a device that waits.
    record Waiting(DeviceCode code) implements TypedCode {}

    /// No device shows it, or not any more.
    record Unknown() implements TypedCode {}

    record Expired() implements TypedCode {}

    /// Somebody has decided already.
    record Decided() implements TypedCode {}

    /// Too many were wrong before; this one was not looked at.
    record Throttled(Duration pause) implements TypedCode {}
}
