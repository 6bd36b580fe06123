package dev.gatehouse.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUriTest {

    @ParameterizedTest
    @CsvSource({
        "https://id.example.com/oauth2/token, HTTPS://ID.example.COM/oauth2/token",
        "https://id.example.com/oauth2/token, https://id.example.com:443/oauth2/token",
        "http://127.0.0.1/x, http://127.0.0.1:80/x",
        "https://id.example.com/oauth2/token, https://id.example.com/oauth2/token?a=b#c",
        "https://id.example.com, https://id.example.com/",
        "https://id.example.com/a/b, https://id.example.com/./x/../a/b",
        "https://id.example.com/~a, https://id.example.com/%7Ea",
        "https://id.example.com/a%2Fb, https://id.example.com/a%2fb",
        "http://[::1]:8080/x, http://[::1]:8080/x"
    })
    void the_same_address_in_two_spellings_is_the_same(String one, String other) {
        assertThat(TargetUri.of(one)).isPresent().isEqualTo(TargetUri.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.example.com/oauth2/token, http://id.example.com/oauth2/token",
        "https://id.example.com/oauth2/token, https://id.example.com:8443/oauth2/token",
        "https://id.example.com/oauth2/token, https://id.example.com/oauth2/token/",
        "https://id.example.com/oauth2/token, https://id.example.com/oauth2/Token",
        "https://id.example.com/oauth2/token, https://id.example.com.evil.example/oauth2/token",
        "https://id.example.com/a%2Fb, https://id.example.com/a/b"
    })
    void another_address_is_another(String one, String other) {
        assertThat(TargetUri.of(one)).isPresent().isNotEqualTo(TargetUri.of(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/oauth2/token",
                "https:///x",
                "https://alice@id.example.com/x",
                "https://[",
                "a b",
                "mailto:a@b"
            })
    void what_is_no_address_of_a_web_server_is_none(String text) {
        assertThat(TargetUri.of(text)).isEmpty();
    }
}
