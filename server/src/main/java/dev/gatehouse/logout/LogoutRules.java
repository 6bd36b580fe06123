package dev.gatehouse.logout;

import dev.gatehouse.client.Client;
import dev.gatehouse.token.IdTokenHint;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/// What an application may ask for, in the order in which it is judged. What is wrong is said on a page: nobody is sent
/// to an address before it is known to be the application's own.
///
/// @spec https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout RP-Initiated Logout §2
/// @spec https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RedirectionAfterLogout §3
enum LogoutRules {
    /// §2: the issuer of the ID token must be us. It may have expired.
    HINT_IS_OURS(
            asked -> asked.request().idTokenHint().isEmpty() || asked.hint().isPresent()),
    /// §2: `client_id` is the one that the ID token was issued to.
    CLIENT_IS_THAT_OF_THE_HINT(asked -> asked.hint().stream()
            .allMatch(hint -> asked.request().clientId().stream().allMatch(hint.clientId()::equals))),
    /// §2: an application that nobody knows asks for nothing.
    CLIENT_IS_KNOWN(asked -> asked.namedClient().isEmpty() || asked.client().isPresent()),
    /// §2, §3: without a client there is nothing to hold the address against.
    ADDRESS_HAS_A_CLIENT(
            asked -> asked.request().redirectUri().isEmpty() || asked.client().isPresent()),
    /// §3: registered, to the letter (RFC 3986 §6.2.1).
    ADDRESS_IS_REGISTERED(asked -> asked.request().redirectUri().stream()
            .allMatch(address -> asked.client().stream()
                    .anyMatch(client -> client.profile().signOut().afterwards().contains(address))));

    /// @param hint what `id_token_hint` says, if it is one of ours
    /// @param client that is named by either
    record Asked(LogoutRequest request, Optional<IdTokenHint> hint, Optional<Client> client) {

        Optional<String> namedClient() {
            return namedClient(request, hint);
        }

        static Optional<String> namedClient(LogoutRequest request, Optional<IdTokenHint> hint) {
            return request.clientId().or(() -> hint.map(IdTokenHint::clientId));
        }
    }

    private final Predicate<Asked> holds;

    LogoutRules(Predicate<Asked> holds) {
        this.holds = holds;
    }

    /// The first rule that is broken.
    static Optional<LogoutRules> broken(Asked asked) {
        return Arrays.stream(values()).filter(rule -> !rule.holds.test(asked)).findFirst();
    }
}
