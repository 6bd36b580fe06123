package dev.gatehouse.client;

import dev.gatehouse.jose.JwtAlgorithm;
import java.util.List;
import java.util.stream.Stream;

/// By which algorithms clients may sign what they say of themselves.
public final class AssertionAlgorithms {

    /// With `private_key_jwt`.
    static final List<JwtAlgorithm> BY_KEY = Stream.of(JwtAlgorithm.values())
            .filter(algorithm -> !algorithm.isSymmetric())
            .toList();

    /// With `client_secret_jwt`. HS512 wants a longer secret than ours are (RFC 7518 §3.2).
    static final List<JwtAlgorithm> BY_SECRET = List.of(JwtAlgorithm.HS256, JwtAlgorithm.HS384);

    /// What FAPI 2 leaves of them: no PKCS #1 v1.5.
    ///
    /// @spec https://openid.net/specs/fapi-security-profile-2_0-final.html#section-5.4.1 FAPI 2.0 §5.4.1
    static final List<JwtAlgorithm> OF_FAPI = List.of(JwtAlgorithm.PS256, JwtAlgorithm.ES256, JwtAlgorithm.EDDSA);

    private AssertionAlgorithms() {}

    /// Every one, as headers spell them.
    public static List<String> names() {
        return Stream.concat(BY_KEY.stream(), BY_SECRET.stream())
                .map(JwtAlgorithm::headerName)
                .toList();
    }

    /// What a client of that kind may use; empty for those that prove themselves otherwise.
    static List<JwtAlgorithm> of(AuthenticationMethod method) {
        return switch (method) {
            case PRIVATE_KEY_JWT -> BY_KEY;
            case CLIENT_SECRET_JWT -> BY_SECRET;
            default -> List.of();
        };
    }
}
