package dev.gatehouse.signin;

import dev.gatehouse.account.Account;
import dev.gatehouse.page.AddressView;
import dev.gatehouse.page.FrameView;
import java.util.Optional;

/// A page about who is signed in: to choose, to sign out, or just to be told.
///
/// @param path of the page itself
/// @param account nobody, when nobody is signed in (any more)
record StandingView(
        FrameView frame,
        SignInWords words,
        String path,
        Optional<String> ticket,
        Optional<String> client,
        Optional<Account> account) {

    String here() {
        return AddressView.here(frame, path, ticket);
    }

    String signInAsAnother() {
        return AddressView.here(frame, "/sign-in", ticket) + "another=yes";
    }
}
