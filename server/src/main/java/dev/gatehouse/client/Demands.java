package dev.gatehouse.client;

import static dev.gatehouse.client.ClientMember.DPOP_BOUND_ACCESS_TOKENS;
import static dev.gatehouse.client.ClientMember.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS;
import static dev.gatehouse.client.ClientMember.REQUIRE_SIGNED_REQUEST_OBJECT;
import static dev.gatehouse.client.ClientMember.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS;

/// What a client must do that others only may.
///
/// @param pushedRequests RFC 9126 §6
/// @param signedRequests RFC 9101 §10.5
/// @param dpop its tokens are bound to a key, RFC 9449 §5.2
/// @param certificate its tokens are bound to a certificate, RFC 8705 §3.4
public record Demands(boolean pushedRequests, boolean signedRequests, boolean dpop, boolean certificate) {

    static Demands of(ClientMembers members) {
        return new Demands(
                members.flag(REQUIRE_PUSHED_AUTHORIZATION_REQUESTS),
                members.flag(REQUIRE_SIGNED_REQUEST_OBJECT),
                members.flag(DPOP_BOUND_ACCESS_TOKENS),
                members.flag(TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS));
    }

    /// Whether all is demanded of it that makes a client one of FAPI 2.0; then its assertions and refresh tokens are
    /// judged by that, too.
    ///
    /// @spec https://openid.net/specs/fapi-security-profile-2_0-final.html#section-5.3.2.1 FAPI 2.0 §5.3.2.1
    public boolean isFapi() {
        return pushedRequests && (dpop || certificate);
    }
}
