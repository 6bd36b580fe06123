package dev.gatehouse.relation;

/// Who is told that relationships have changed. It must not wait: whoever changed them does.
interface Follower {

    /// This node has changed some, just now. Commits may be told out of their order.
    void committed(Commit commit);

    /// Another node has, up to that revision.
    default void announced(String tenantId, long revision) {}

    /// Other nodes may have changed any without a word.
    default void missed() {}
}
