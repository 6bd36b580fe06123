package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where an answer may go.
class RedirectUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/callback",
                "https://app.example.com/callback?tenant=a",
                "http://127.0.0.1/callback",
                "http://127.0.0.1:4200/callback",
                "http://[::1]:4200/callback",
                "http://localhost:3000/callback",
                "com.example.app:/callback"
            })
    void these_can_be_registered(String uri) {
        assertThat(RedirectUri.fault(uri)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example.com/callback",
                "http://127.0.0.1.example.com/callback",
                "http://localhost.example.com/",
                "https://*.example.com/callback",
                "https://app.example.com/callback#here",
                "https://alice@app.example.com/callback",
                "https:///callback",
                "https:callback",
                "/callback",
                "app.example.com/callback",
                "javascript:alert(1)",
                "data:text/html,hello",
                "myapp://callback",
                "https://app.example.com/a b",
                "https://app.example.com/%zz",
                ""
            })
    void these_cannot(String uri) {
        assertThat(RedirectUri.fault(uri)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/cb, https://a.example/cb, true",
        "https://a.example/cb, https://a.example/cb/, false",
        "https://a.example/cb, https://a.example/CB, false",
        "https://a.example/cb, https://A.example/cb, false",
        "https://a.example/cb, https://a.example/cb?x=1, false",
        "https://a.example/cb, https://a.example:443/cb, false",
        "https://a.example/cb, http://a.example/cb, false",
        "https://a.example/cb, https://a.example/cb#f, false",
        "http://127.0.0.1/cb, http://127.0.0.1:51004/cb, true",
        "http://127.0.0.1:80/cb, http://127.0.0.1:51004/cb, true",
        "http://[::1]/cb, http://[::1]:51004/cb, true",
        "http://127.0.0.1/cb, http://[::1]:51004/cb, false",
        "http://127.0.0.1/cb, http://127.0.0.1:51004/other, false",
        "http://127.0.0.1/cb, http://127.0.0.1:51004/cb?x=1, false",
        "http://127.0.0.1/cb, http://user@127.0.0.1:51004/cb, false",
        "http://127.0.0.1/cb, http://127.0.0.1:51004/cb#f, false",
        "http://127.0.0.1/cb, https://127.0.0.1:51004/cb, false",
        "http://localhost/cb, http://localhost:51004/cb, false",
        "http://localhost:3000/cb, http://localhost:3000/cb, true",
        "com.example.app:/cb, com.example.app:/cb, true",
        "com.example.app:/cb, com.example.app:/other, false",
        "http://127.0.0.1/cb, not a uri, false"
    })
    void an_answer_goes_only_where_it_was_agreed(String registered, String presented, boolean may) {
        assertThat(RedirectUri.matches(registered, presented)).isEqualTo(may);
    }
}
