package dev.gatehouse.authorize;

/// What is wrong with a request.
///
/// @param error a word of the specifications
/// @param why for the developer of the client
record Objection(String error, String why) {}
