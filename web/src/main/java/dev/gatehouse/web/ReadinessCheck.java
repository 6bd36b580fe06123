package dev.gatehouse.web;

/// One thing that must work before this node takes requests. It returns when all is well and throws when not;
/// it must be quick.
@FunctionalInterface
public interface ReadinessCheck {
    void verify() throws Exception;
}
