package dev.gatehouse.signin;

import dev.gatehouse.page.AddressView;
import dev.gatehouse.page.Errand;
import dev.gatehouse.page.FrameView;
import java.util.Optional;

/// @param errand why the person came, if for an application or a device
/// @param email to fill in
/// @param alert why it did not work
record SignInView(
        FrameView frame,
        SignInWords words,
        Optional<Errand> errand,
        String email,
        Optional<String> alert,
        boolean mayRegister) {

    /// The application's name.
    Optional<String> client() {
        return errand.flatMap(Errand::sender);
    }

    Optional<String> ticket() {
        return errand.map(known -> known.ticket().id());
    }

    String here() {
        return AddressView.here(frame, "/sign-in", ticket());
    }

    String register() {
        return AddressView.link(frame, "/register", ticket());
    }
}
