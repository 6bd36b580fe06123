package dev.gatehouse.device;

import dev.gatehouse.page.FrameView;
import java.util.Optional;

/// The page on which people type in the code of a device.
///
/// @param typed what stands in the input
/// @param isBrought whether a link has brought it, and nobody typed it
/// @param alert why it did not work
record CodeView(FrameView frame, DeviceWords words, String typed, boolean isBrought, Optional<String> alert) {

    /// The address to which a language can be added: with the code only if it is one.
    String here() {
        return frame.frame().path(DevicePages.PATH) + "?"
                + UserCode.read(typed)
                        .map(code -> "user_code=" + code.shown() + "&")
                        .orElse("");
    }
}
