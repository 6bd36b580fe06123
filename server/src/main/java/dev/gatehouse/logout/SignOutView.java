package dev.gatehouse.logout;

import dev.gatehouse.account.Account;
import dev.gatehouse.page.FrameView;
import java.util.Map;
import java.util.Optional;

/// The page that asks whether to sign out.
///
/// @param here the page's address, to which a language can be added
/// @param client the name of the application that sent the person, if one did
/// @param kept what the form brings along of that application's request
record SignOutView(
        FrameView frame,
        LogoutWords words,
        String here,
        Account account,
        Optional<String> client,
        Map<String, String> kept) {}
