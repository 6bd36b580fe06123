package dev.gatehouse.account;

import java.util.Optional;
import java.util.UUID;

/// One attempt at an account's password.
///
/// @param email as typed; there may be no such account, and nothing may show that
/// @param account whose address of e-mail it is, if anybody's
/// @param address the network address from which it comes
public record Guess(String tenantId, String email, Optional<UUID> account, String address) {}
