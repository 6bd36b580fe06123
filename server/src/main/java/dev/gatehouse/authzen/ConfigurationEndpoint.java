package dev.gatehouse.authzen;

import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Cors;
import dev.gatehouse.web.None;

/// Where whoever knows our address finds the other doors of AuthZEN.
///
/// @spec https://openid.net/specs/authorization-api-1_0.html#name-obtaining-policy-decision-p AuthZEN §9.2
public final class ConfigurationEndpoint {

    private final ConfigurationView configuration;

    /// @param issuer our public URL
    public ConfigurationEndpoint(String issuer) {
        this.configuration = ConfigurationView.of(issuer);
    }

    public void mount(Api api) {
        api.get("/.well-known/authzen-configuration")
                .tag("AuthZEN")
                .summary("Where to ask")
                .cors(Cors.anyOrigin())
                .answers(200, ConfigurationView.class)
                .to(this::show);
    }

    private Answer<ConfigurationView> show(Call<None, None, None> call) {
        return Answer.of(configuration).header("Cache-Control", "public, max-age=300");
    }
}
