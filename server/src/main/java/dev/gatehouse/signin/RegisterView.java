package dev.gatehouse.signin;

import dev.gatehouse.page.AddressView;
import dev.gatehouse.page.Errand;
import dev.gatehouse.page.FrameView;
import java.util.Optional;

/// @param errand why the person came, if for an application or a device
/// @param asksInvitation whether nobody may register without one
/// @param alert why it did not work, when that is about no single input
record RegisterView(
        FrameView frame,
        RegisterWords words,
        String toContinueTo,
        Optional<Errand> errand,
        int minimumLength,
        boolean asksInvitation,
        Written written,
        Faults faults,
        Optional<String> alert) {

    /// What the person wrote, to be filled in again; never the password.
    record Written(String email, String name, String invitation) {
        static final Written NOTHING = new Written("", "", "");
    }

    /// What is wrong, by input; empty text for nothing.
    record Faults(String email, String name, String password, String invitation) {
        static final Faults NONE = new Faults("", "", "", "");
    }

    /// The application's name.
    Optional<String> client() {
        return errand.flatMap(Errand::sender);
    }

    Optional<String> ticket() {
        return errand.map(known -> known.ticket().id());
    }

    String here() {
        return AddressView.here(frame, "/register", ticket());
    }

    String signIn() {
        return AddressView.link(frame, "/sign-in", ticket());
    }
}
