package dev.gatehouse.client;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What must not be of a client that exchanges tokens.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8693#section-5 RFC 8693 §5
final class ExchangeRules {

    private static final String LEAVE = "token_exchange";
    private static final Set<String> WAYS = Set.of("impersonation", "delegation");

    private ExchangeRules() {}

    /// The rules, in order:
    ///
    /// 1. the ways are known
    /// 2. nobody may exchange without the grant, or has the grant without a way
    /// 3. a client that exchanges can prove who it is: else whoever finds a token could widen its reach
    /// 4. it has a resource, for which its tokens will be
    static List<ClientFault> faults(ClientProfile profile) {
        var ways = profile.members().words(ClientMember.TOKEN_EXCHANGE);
        var exchanges = profile.allows(GrantType.TOKEN_EXCHANGE);
        return Stream.of(
                        fault(!WAYS.containsAll(ways), LEAVE, "knows impersonation and delegation, nothing else"),
                        fault(
                                !exchanges && !ways.isEmpty(),
                                LEAVE,
                                "goes with the grant token-exchange; leave it out or allow that"),
                        fault(
                                exchanges && ways.isEmpty(),
                                LEAVE,
                                "say how it may exchange: impersonation, delegation or both"),
                        fault(
                                exchanges && profile.isPublic(),
                                "grant_types",
                                "token-exchange needs a client that can keep a secret, this one is public"),
                        fault(
                                exchanges && profile.resources().isEmpty(),
                                "resources",
                                "token-exchange needs at least one, for which its tokens are"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<ClientFault> fault(boolean isOne, String field, String message) {
        return isOne ? List.of(new ClientFault(field, message)) : List.of();
    }
}
