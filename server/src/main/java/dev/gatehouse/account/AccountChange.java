package dev.gatehouse.account;

import java.util.Optional;

/// What became of a change to an account, or of its removal.
public sealed interface AccountChange {

    /// @param account as it is now, or as it was when it was removed
    record Changed(Account account) implements AccountChange {}

    record NoSuchAccount() implements AccountChange {}

    /// Somebody else has an account under the new address of e-mail.
    record EmailTaken() implements AccountChange {}

    /// It would leave nobody who can administer.
    record LastAdministrator() implements AccountChange {}

    static AccountChange of(Optional<Account> account) {
        return account.<AccountChange>map(Changed::new).orElseGet(NoSuchAccount::new);
    }
}
