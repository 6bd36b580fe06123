package dev.gatehouse.account;

import java.util.Locale;
import java.util.Optional;

/// What somebody says of himself when he wants an account.
///
/// @param password as typed; it goes no further than the hash
public record NewAccount(String email, String password, Optional<String> name, Optional<Locale> locale) {

    @Override
    public String toString() {
        return "NewAccount[" + email + "]";
    }
}
