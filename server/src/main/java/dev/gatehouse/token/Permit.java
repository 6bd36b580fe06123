package dev.gatehouse.token;

import dev.gatehouse.account.Account;

/// A token family that lives, and the person who gave leave for it, as the database has them now.
public record Permit(TokenFamily family, Account account) {}
