package dev.gatehouse.testing;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An application with a secret, written with the library of others: people sign in at it.
public final class Application {

    private final TestHouse house;
    private final ClientID id;
    private final URI callback;
    private final Secret secret;
    private final URI[] resources;
    private final Nonce nonce = new Nonce();

    /// Registers it.
    ///
    /// @param more members of its registration, over those that every application here has
    public Application(TestHouse house, Caller administrator, String id, Map<String, Object> more) {
        this.house = house;
        this.id = new ClientID(id);
        this.callback = URI.create("https://" + id + ".example.org/callback");
        this.resources = ((List<?>) more.getOrDefault("resources", List.of()))
                .stream().map(resource -> URI.create((String) resource)).toArray(URI[]::new);
        var members = new LinkedHashMap<String, Object>();
        members.put("client_id", id);
        members.put("client_name", "The " + id);
        members.put("grant_types", List.of("authorization_code", "refresh_token", "client_credentials"));
        members.put("redirect_uris", List.of(callback.toString()));
        members.put("scope", "openid profile email offline_access read");
        members.put("first_party", true);
        members.putAll(more);
        var pairs = new ArrayList<>();
        members.forEach((name, value) -> {
            pairs.add(name);
            pairs.add(value);
        });
        var reply = administrator.post("/v1/clients", Json.object(pairs.toArray()));
        if (reply.status() != 201) throw new AssertionError(reply.toString());
        this.secret = new Secret(reply.text("/client_secret"));
    }

    public ClientID id() {
        return id;
    }

    public Nonce nonce() {
        return nonce;
    }

    public URI callback() {
        return callback;
    }

    public ClientSecretBasic proof() {
        return new ClientSecretBasic(id, secret);
    }

    /// Tokens of a person who signs in at it, with a browser of the own.
    public OIDCTokens signIn(Person person, String scope) {
        return signIn(new Browser(house), person, scope);
    }

    public OIDCTokens signIn(Browser browser, Person person, String scope) {
        return signIn(browser, person, scope, callback);
    }

    /// With another of its addresses.
    public OIDCTokens signIn(Person person, String scope, String redirectUri) {
        return signIn(new Browser(house), person, scope, URI.create(redirectUri));
    }

    /// Where the browser is sent to, asked with `prompt=none`.
    ///
    /// @param more parameters
    public String silently(Browser browser, Map<String, String> more) {
        var request = request("openid", new CodeVerifier(), callback).prompt(new Prompt("none"));
        more.forEach((name, value) -> request.customParameter(name, value));
        return browser.open(request.build().toURI().toString())
                .header("Location")
                .orElseThrow();
    }

    private AuthenticationRequest.Builder request(String scope, CodeVerifier verifier, URI redirectUri) {
        return new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE), Scope.parse(scope), id, redirectUri)
                .endpointURI(URI.create("https://id.example.com/oauth2/authorize"))
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .resources(resources);
    }

    private OIDCTokens signIn(Browser browser, Person person, String scope, URI redirectUri) {
        var verifier = new CodeVerifier();
        var request = request(scope, verifier, redirectUri).build();
        var page = browser.open(request.toURI().toString());
        if (page.http().body().contains("current-password")) page = browser.signIn(page, person);
        try {
            var answer = AuthenticationResponseParser.parse(
                            URI.create(page.header("Location").orElseThrow()))
                    .toSuccessResponse();
            return tokens(ask(new AuthorizationCodeGrant(answer.getAuthorizationCode(), redirectUri, verifier)));
        } catch (ParseException fault) {
            throw new AssertionError(page.toString(), fault);
        }
    }

    public HTTPResponse refresh(RefreshToken token) {
        return ask(new RefreshTokenGrant(token));
    }

    /// An access token for itself.
    public String ownToken() {
        try {
            var response = ask(new ClientCredentialsGrant());
            if (response.getStatusCode() != 200) throw new AssertionError(response.getBody());
            return response.getBodyAsJSONObject().get("access_token").toString();
        } catch (ParseException fault) {
            throw new AssertionError(fault);
        }
    }

    public static OIDCTokens tokens(HTTPResponse response) {
        try {
            var parsed = OIDCTokenResponseParser.parse(response);
            if (!parsed.indicatesSuccess()) throw new AssertionError(response.getBody());
            return (OIDCTokens) parsed.toSuccessResponse().getTokens();
        } catch (ParseException fault) {
            throw new AssertionError(response.getBody(), fault);
        }
    }

    private HTTPResponse ask(AuthorizationGrant grant) {
        try {
            return new TokenRequest.Builder(house.url("/oauth2/token"), proof(), grant)
                    .build()
                    .toHTTPRequest()
                    .send();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
