package dev.gatehouse.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proof that a form comes from a page that this server showed to this browser: a signature over a cookie of
/// that browser, which no other site can read.
///
/// Each page has another one, so that compressed answers give no hint of it.
///
/// @spec https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
/// OWASP signed double-submit cookie
public final class FormTokens {
    /// The hidden input that holds the token.
    public static final String FIELD = "csrf";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SALT_BYTES = 16;
    private static final int TOKEN_BYTES = SALT_BYTES + 32;

    private final SecretKeySpec key;

    /// @param key 32 bytes or more, the same on every node and used for nothing else
    public FormTokens(byte[] key) {
        if (key.length < 32) throw new IllegalArgumentException("a key for form tokens has 32 bytes or more");
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// @param cookie the value of the browser's session or ticket cookie: the one that the same answer sets,
    /// or that the request brought
    public String of(String cookie) {
        var salt = new byte[SALT_BYTES];
        Salt.RANDOM.nextBytes(salt);
        var token = Arrays.copyOf(salt, TOKEN_BYTES);
        System.arraycopy(signature(salt, cookie), 0, token, SALT_BYTES, TOKEN_BYTES - SALT_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    boolean prove(String token, String cookie) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return false;
        }
        if (bytes.length != TOKEN_BYTES) return false;
        var salt = Arrays.copyOf(bytes, SALT_BYTES);
        return MessageDigest.isEqual(Arrays.copyOfRange(bytes, SALT_BYTES, TOKEN_BYTES), signature(salt, cookie));
    }

    private byte[] signature(byte[] salt, String cookie) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(salt);
            return mac.doFinal(cookie.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Loaded with the first page that has a form.
    private static final class Salt {
        static final SecureRandom RANDOM = new SecureRandom();
    }
}
