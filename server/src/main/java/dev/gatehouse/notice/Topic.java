package dev.gatehouse.notice;

/// What a node may keep in memory and has to follow.
public enum Topic {
    SIGNING_KEYS,
    CLIENTS
}
