package dev.gatehouse.permissions.cel;

/// What kind of value an expression or a parameter is.
///
/// @spec https://openfga.dev/docs/modeling/conditions OpenFGA: types of parameters
public sealed interface CelType {

    /// The kinds without parts.
    enum Simple implements CelType {
        BOOL,
        STRING,
        INT,
        UINT,
        DOUBLE,
        DURATION,
        TIMESTAMP,
        IPADDRESS,
        /// Anything at all.
        ANY
    }

    record ListOf(CelType element) implements CelType {}

    /// Its keys are strings.
    record MapOf(CelType value) implements CelType {}
}
