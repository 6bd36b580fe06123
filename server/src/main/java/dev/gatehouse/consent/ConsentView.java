package dev.gatehouse.consent;

import dev.gatehouse.account.Account;
import dev.gatehouse.client.ClientLinks;
import dev.gatehouse.page.AddressView;
import dev.gatehouse.page.FrameView;
import java.util.List;
import java.util.Optional;

/// @param client the application's name
/// @param links where people read about it
/// @param scopes what it asks for, in words
record ConsentView(
        FrameView frame,
        ConsentWords words,
        String ticket,
        String client,
        ClientLinks links,
        Account account,
        List<ScopeView> scopes) {

    String here() {
        return AddressView.here(frame, "/consent", Optional.of(ticket));
    }

    String signInAsAnother() {
        return AddressView.here(frame, "/sign-in", Optional.of(ticket)) + "another=yes";
    }
}
