package dev.gatehouse.account;

import dev.gatehouse.web.shape.Doc;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// An account as its owner and administrators see it.
@Doc("A person's account.")
record AccountView(
        @Doc("The stable identifier; the `sub` of tokens.") UUID id,
        String email,

        @Doc("Whether somebody has made sure that the address is this person's.")
        boolean emailVerified,

        Optional<String> name,
        @Doc("The preferred language, BCP 47.") Optional<Locale> locale,
        Account.Status status,

        @Doc("Whether this person may administer everything.")
        boolean administrator,

        Instant createdAt,
        Instant updatedAt) {

    static AccountView of(Account account, boolean isAdministrator) {
        return new AccountView(
                account.id(),
                account.email(),
                account.emailVerified(),
                account.name(),
                account.locale(),
                account.status(),
                isAdministrator,
                account.createdAt(),
                account.updatedAt());
    }
}
