package dev.gatehouse.authorize;

import dev.gatehouse.page.FrameView;
import java.util.Map;

/// A page that sends its form by itself; with a button for browsers that run no scripts.
///
/// @param target the client's redirect URI
/// @param parameters what the client is told
record FormPostView(FrameView frame, AuthorizationWords words, String target, Map<String, String> parameters) {

    /// As it stands in the template, to the letter: the page's policy lets this one run and no other.
    static final String SCRIPT = "document.forms[0].submit()";
}
