package dev.gatehouse.page;

import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/// What the address of a page of ours may say.
///
/// @param ticket why somebody came
/// @param language in which the person wants to read, when a link of ours asks for it
/// @param another whether the person wants to be somebody else than who is signed in
@IgnoreUnknown
@EmptyIsAbsent
public record AddressView(
        Optional<@Size(max = 200) String> ticket,
        Optional<@Size(max = 20) String> language,
        Optional<@Size(max = 10) String> another) {

    /// Of another page of the same errand.
    public static String link(FrameView frame, String path, Optional<String> ticket) {
        return frame.frame().path(path) + ticket.map(id -> "?ticket=" + id).orElse("");
    }

    /// The address to which a language can be added.
    public static String here(FrameView frame, String path, Optional<String> ticket) {
        return frame.frame().path(path) + "?"
                + ticket.map(id -> "ticket=" + id + "&").orElse("");
    }
}
