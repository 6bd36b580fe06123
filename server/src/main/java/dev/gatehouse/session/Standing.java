package dev.gatehouse.session;

import dev.gatehouse.account.Account;

/// Who is signed in, and by which session: both as the database has them now.
public record Standing(Session session, Account account) {}
