package dev.gatehouse.logout;

import dev.gatehouse.page.FrameView;

/// The page that says what is wrong with what an application asks for, and where one can sign out all the same.
record CannotView(FrameView frame, LogoutWords words, String why) {}
