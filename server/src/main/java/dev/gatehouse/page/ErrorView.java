package dev.gatehouse.page;

import dev.gatehouse.client.ClientLinks;
import java.util.Map;
import java.util.Optional;

/// @param details what developers need to know of what came, by name
/// @param links of the application that it is about
/// @param isNumbered whether the page shows the request's id, by which whoever runs the server finds out more
record ErrorView(
        FrameView frame,
        String title,
        String advice,
        Map<String, String> details,
        Optional<ClientLinks> links,
        boolean isNumbered) {

    /// A page that only says something.
    ErrorView(FrameView frame, String title, String advice, boolean isNumbered) {
        this(frame, title, advice, Map.of(), Optional.empty(), isNumbered);
    }
}
