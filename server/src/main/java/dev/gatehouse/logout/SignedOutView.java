package dev.gatehouse.logout;

import dev.gatehouse.page.FrameView;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The page that says that nobody is signed in any more.
///
/// @param here the page's address, to which a language can be added; empty when it cannot be opened once more
/// @param frames what the browser has to load
/// @param next where the person goes on
record SignedOutView(FrameView frame, LogoutWords words, String here, List<URI> frames, Optional<URI> next) {

    /// No longer than this do we wait for the frames.
    static final int SECONDS = 5;

    /// As it stands in the template, to the letter: the page's policy lets this one run and no other. A page is
    /// loaded when its frames are.
    static final String SCRIPT =
            "addEventListener(\"load\",()=>location.replace(document.getElementById(\"next\").href))";
}
