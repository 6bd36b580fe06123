package dev.gatehouse.client;

import java.util.Optional;

/// Where people read about a client.
///
/// @param home its own page
/// @param policy what it does with what it learns
/// @param terms under which one uses it
public record ClientLinks(Optional<String> home, Optional<String> policy, Optional<String> terms) {

    static ClientLinks of(ClientMembers members) {
        return new ClientLinks(
                members.text(ClientMember.CLIENT_URI),
                members.text(ClientMember.POLICY_URI),
                members.text(ClientMember.TOS_URI));
    }
}
