package dev.gatehouse.notice;

/// What a node may keep in memory and has to follow.
public enum Topic {
    SIGNING_KEYS,
    CLIENTS,
    /// Which model of a tenant is the current one.
    MODELS,
    /// What access tokens stand on: accounts, sessions, token families, and tokens that were revoked one by one.
    STANDINGS,
    /// Which tenants there are.
    TENANTS
}
