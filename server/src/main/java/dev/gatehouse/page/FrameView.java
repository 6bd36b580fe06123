package dev.gatehouse.page;

import dev.gatehouse.web.HttpHeader;
import dev.gatehouse.web.PageFrame;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What surrounds every page.
///
/// @param csrf for the hidden input of the page's forms
/// @param newVisit the cookie that `csrf` is bound to, when the browser has none yet
/// @param newLanguage remembers the language that was just chosen
public record FrameView(
        PageFrame frame,
        FrameWords words,
        String csrf,
        Optional<HttpHeader> newVisit,
        Optional<HttpHeader> newLanguage) {

    List<HttpHeader> cookies() {
        return Stream.of(newVisit, newLanguage).flatMap(Optional::stream).toList();
    }
}
