package dev.gatehouse.secret;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Which provider answers `java.security` in this process: Amazon Corretto's where it loads, else the JDK's own.
///
/// Corretto signs ten times as fast, but unpacking its library and testing it takes a fifth of a second: too long
/// to wait for at start. So [#startInstalling] does it aside, and whoever first needs a signature waits for
/// [#installed].
///
/// @param name the provider in charge, for a person to read
/// @param finding what `doctor` should say of it; empty when there is nothing to say
public record CryptoProvider(String name, String finding) {

    private static final FutureTask<CryptoProvider> INSTALLATION = new FutureTask<>(() -> Corretto.install());

    /// Begins the installation on a thread of its own and returns at once. Calling it again does nothing.
    public static void startInstalling() {
        Thread.ofPlatform().daemon().name("crypto-provider").start(INSTALLATION);
    }

    /// The provider in charge, once that is settled; begins the installation if nobody did.
    ///
    /// A key signs twice as fast once it has the provider's own form, so keys are read and made after this.
    public static CryptoProvider installed() {
        INSTALLATION.run();
        try {
            return INSTALLATION.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("no cryptographic provider could be installed", fault.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the cryptographic provider was being installed", stop);
        }
    }

    /// Whether the fast provider is in charge.
    public boolean isFast() {
        return finding.isEmpty();
    }

    static CryptoProvider fast(String name) {
        return new CryptoProvider(name, "");
    }

    static CryptoProvider jdk(String why) {
        return new CryptoProvider(
                "the JDK's own",
                "Signing is about ten times slower: Amazon Corretto Crypto Provider is not in use, " + why);
    }
}
