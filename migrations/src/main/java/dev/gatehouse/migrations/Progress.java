package dev.gatehouse.migrations;

import java.time.Duration;

/// Told what happens while it happens. The library prints nothing by itself.
public interface Progress {

    /// For those who do not want to know.
    Progress SILENT = new Progress() {};

    /// Another process migrates the same database; we wait for it.
    default void waiting() {}

    /// The step begins.
    default void running(Step step) {}

    /// The step is done and on disk.
    default void done(Step step, Duration took) {}
}
