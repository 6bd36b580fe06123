package dev.gatehouse.signin;

import dev.gatehouse.page.AddressView;
import dev.gatehouse.page.FrameView;
import java.util.Optional;

/// @param client the application's name
/// @param email to fill in
/// @param alert why it did not work
record SignInView(
        FrameView frame,
        SignInWords words,
        Optional<String> ticket,
        Optional<String> client,
        String email,
        Optional<String> alert,
        boolean mayRegister) {

    String here() {
        return AddressView.here(frame, "/sign-in", ticket);
    }

    String register() {
        return AddressView.link(frame, "/register", ticket);
    }
}
