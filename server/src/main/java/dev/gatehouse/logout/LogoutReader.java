package dev.gatehouse.logout;

import dev.gatehouse.client.Clients;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.token.IdTokens;

/// Makes a wish of a request.
record LogoutReader(Clients clients, IdTokens idTokens) {

    /// What came of reading.
    sealed interface Reading {

        record InOrder(Wish wish) implements Reading {}

        /// Whoever looks at the screen is told, and nobody else.
        record Broken(LogoutRules rule) implements Reading {}
    }

    Reading read(LogoutRequest request) {
        var hint = request.idTokenHint().flatMap(idTokens::hint);
        var client = LogoutRules.Asked.namedClient(request, hint).flatMap(id -> clients.find(Tenant.MAIN, id));
        var asked = new LogoutRules.Asked(request, hint, client);
        return LogoutRules.broken(asked)
                .<Reading>map(Reading.Broken::new)
                .orElseGet(() -> new Reading.InOrder(Wish.of(asked)));
    }
}
