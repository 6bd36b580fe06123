package dev.gatehouse.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import org.junit.jupiter.api.Test;

class CryptoProviderTest {
    @Test
    void the_fast_provider_is_in_charge_where_it_has_a_build_and_a_finding_says_why_where_not() {
        CryptoProvider.startInstalling();
        var provider = CryptoProvider.installed();

        var first = Security.getProviders()[0].getName();
        assertThat(provider.isFast()).isEqualTo(first.equals("AmazonCorrettoCryptoProvider"));
        assertThat(provider.isFast()).isEqualTo(provider.finding().isEmpty());
        assertThat(provider.isFast()).isEqualTo(correttoHasABuildForThisMachine());
    }

    @Test
    void installing_it_twice_changes_nothing() {
        var once = CryptoProvider.installed();
        var providers = Security.getProviders();
        CryptoProvider.startInstalling();

        assertThat(CryptoProvider.installed()).isSameAs(once);
        assertThat(Security.getProviders()).isEqualTo(providers);
    }

    private static boolean correttoHasABuildForThisMachine() {
        return !System.getProperty("os.name").startsWith("Windows");
    }
}
