package dev.gatehouse.authzen;

/// When it is enough of many evaluations.
///
/// @spec https://openid.net/specs/authorization-api-1_0.html#name-evaluations-semantics AuthZEN §7.1.2.1
enum Semantic {
    EXECUTE_ALL,
    DENY_ON_FIRST_DENY,
    PERMIT_ON_FIRST_PERMIT;

    /// Whether the evaluations behind this one need not be looked at.
    boolean isSettledBy(Decision decision) {
        return switch (this) {
            case EXECUTE_ALL -> false;
            case DENY_ON_FIRST_DENY -> !decision.permits();
            case PERMIT_ON_FIRST_PERMIT -> decision.permits();
        };
    }
}
