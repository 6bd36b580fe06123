package dev.gatehouse.client;

import static dev.gatehouse.client.ClientMember.TOKEN_EXCHANGE;

/// How a client may exchange tokens.
///
/// @param impersonation for one that looks as if it were the person's own
/// @param delegation for one that says who acts for the person
/// @spec https://www.rfc-editor.org/rfc/rfc8693#section-1.1 RFC 8693 §1.1
public record ExchangeLeave(boolean impersonation, boolean delegation) {

    static ExchangeLeave of(ClientMembers members) {
        var words = members.words(TOKEN_EXCHANGE);
        return new ExchangeLeave(words.contains("impersonation"), words.contains("delegation"));
    }
}
