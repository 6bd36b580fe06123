package dev.gatehouse.page;

/// @param isNumbered whether the page shows the request's id, by which whoever runs the server finds out more
record ErrorView(FrameView frame, String title, String advice, boolean isNumbered) {}
