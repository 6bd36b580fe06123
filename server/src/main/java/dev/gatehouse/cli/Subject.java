package dev.gatehouse.cli;

import dev.gatehouse.House;
import dev.gatehouse.group.Grantee;
import dev.gatehouse.tenant.Tenant;
import java.util.Optional;

/// Whom somebody means who typed `person:ID`, `person:EMAIL`, an e-mail address alone, `client:ID` or
/// `group:ID`.
///
/// No id has an `@` in it, so that an address is never taken for one.
final class Subject {

    static final String WORDS = "person:ID, an e-mail address, client:ID, or group:ID for all who are in it.";

    private static final String PERSON = "person:";

    private Subject() {}

    static Grantee of(House house, String text) {
        if (isAddress(text))
            return account(house, text)
                    .map(Grantee::new)
                    .orElseThrow(() -> new CommandFailure("No account has the e-mail address " + address(text) + "."));
        return Grantee.parse(text)
                .orElseThrow(() -> new CommandFailure(
                        "The subject \"" + text + "\" must be person:ID, an e-mail address, client:ID or group:ID."));
    }

    /// The user of a question: an address is the account of that address, and so is `person:EMAIL` if there
    /// is one. Anything else stands as it was typed.
    static String user(House house, String text) {
        if (!isAddress(text)) return text;
        return text.startsWith(PERSON)
                ? account(house, text).orElse(text)
                : of(house, text).name();
    }

    private static boolean isAddress(String text) {
        return text.indexOf('@') > 0 && (text.startsWith(PERSON) || text.indexOf(':') < 0);
    }

    private static String address(String text) {
        return text.startsWith(PERSON) ? text.substring(PERSON.length()) : text;
    }

    private static Optional<String> account(House house, String text) {
        return house.accounts().findByEmail(Tenant.MAIN, address(text)).map(account -> PERSON + account.id());
    }
}
