package dev.gatehouse.client;

import static dev.gatehouse.client.ClientMember.BACKCHANNEL_LOGOUT_SESSION_REQUIRED;
import static dev.gatehouse.client.ClientMember.BACKCHANNEL_LOGOUT_URI;
import static dev.gatehouse.client.ClientMember.FRONTCHANNEL_LOGOUT_SESSION_REQUIRED;
import static dev.gatehouse.client.ClientMember.FRONTCHANNEL_LOGOUT_URI;
import static dev.gatehouse.client.ClientMember.POST_LOGOUT_REDIRECT_URIS;

import java.util.Optional;
import java.util.SequencedSet;

/// Where a client is told that a person has signed out, and where people go then.
///
/// @param afterwards the addresses to which a person may be sent, to the letter
/// @param backChannel where we post the logout token
/// @param frontChannel what the browser loads
public record SignOutAddresses(
        SequencedSet<String> afterwards,
        Optional<String> backChannel,
        boolean backChannelNeedsSession,
        Optional<String> frontChannel,
        boolean frontChannelNeedsSession) {

    static SignOutAddresses of(ClientMembers members) {
        return new SignOutAddresses(
                members.words(POST_LOGOUT_REDIRECT_URIS),
                members.text(BACKCHANNEL_LOGOUT_URI),
                members.flag(BACKCHANNEL_LOGOUT_SESSION_REQUIRED),
                members.text(FRONTCHANNEL_LOGOUT_URI),
                members.flag(FRONTCHANNEL_LOGOUT_SESSION_REQUIRED));
    }
}
