package dev.gatehouse.testing;

/// What a sign-in or a refresh gives.
public record Tokens(String access, String refresh) {}
