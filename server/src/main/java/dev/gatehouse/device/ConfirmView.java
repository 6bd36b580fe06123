package dev.gatehouse.device;

import dev.gatehouse.account.Account;
import dev.gatehouse.client.ClientLinks;
import dev.gatehouse.consent.ConsentWords;
import dev.gatehouse.consent.ScopeView;
import dev.gatehouse.page.AddressView;
import dev.gatehouse.page.FrameView;
import java.util.List;
import java.util.Optional;

/// The page on which people decide about a device.
///
/// @param client the application's name
/// @param links where people read about it
/// @param code as the device shows it
/// @param scopes what it asks for, in words
record ConfirmView(
        FrameView frame,
        DeviceWords words,
        ConsentWords consent,
        String ticket,
        String client,
        ClientLinks links,
        String code,
        Account account,
        List<ScopeView> scopes) {

    String here() {
        return AddressView.here(frame, DevicePages.CONFIRM, Optional.of(ticket));
    }

    String signInAsAnother() {
        return AddressView.here(frame, "/sign-in", Optional.of(ticket)) + "another=yes";
    }
}
