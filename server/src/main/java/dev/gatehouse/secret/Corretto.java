package dev.gatehouse.secret;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import java.security.Provider;
import java.security.Security;

/// Puts Amazon Corretto's provider before all others, if it loads and passes its own test.
///
/// Apart from [CryptoProvider], because loading this class alone opens and verifies the signed jar: 100 ms of the
/// start.
final class Corretto {
    private Corretto() {}

    static CryptoProvider install() {
        try {
            var corretto = AmazonCorrettoCryptoProvider.INSTANCE;
            if (corretto.getLoadingError() != null) return refused(corretto.getLoadingError());
            if (corretto.runSelfTests() != SelfTestStatus.PASSED) return CryptoProvider.jdk("its self test failed");

            // The cast hides from the JVM's verifier that a provider is given: to see that it is one, it would load the
            // class, and with it verify the jar, before the program begins.
            Security.insertProviderAt(Provider.class.cast(corretto), 1);
            return CryptoProvider.fast("Amazon Corretto Crypto Provider " + corretto.getVersionStr());
        } catch (RuntimeException | LinkageError fault) {
            return refused(fault);
        }
    }

    private static CryptoProvider refused(Throwable fault) {
        return CryptoProvider.jdk(fault.toString());
    }
}
