package dev.gatehouse;

import java.util.Optional;

/// Which Gatehouse this is.
public final class Version {

    /// As the build wrote it into the jar; `dev` outside of one.
    public static final String NUMBER = Optional.ofNullable(
                    Version.class.getPackage().getImplementationVersion())
            .orElse("dev");

    private Version() {}
}
