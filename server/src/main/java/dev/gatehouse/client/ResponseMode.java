package dev.gatehouse.client;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How the answer travels. The fragment is for tokens, which never stand there.
///
/// @spec https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html OAuth 2.0 Form Post Response Mode
/// @spec https://openid.net/specs/oauth-v2-jarm.html#section-2.3 JARM §2.3
public enum ResponseMode {
    QUERY("query", false, false),
    FORM_POST("form_post", true, false),
    /// The best for codes, which JARM says is the query.
    JWT("jwt", false, true),
    QUERY_JWT("query.jwt", false, true),
    FORM_POST_JWT("form_post.jwt", true, true);

    private final String wire;
    private final boolean isForm;
    private final boolean isSigned;

    ResponseMode(String wire, boolean isForm, boolean isSigned) {
        this.wire = wire;
        this.isForm = isForm;
        this.isSigned = isSigned;
    }

    /// Whether a page posts it; otherwise it stands in an address.
    public boolean isForm() {
        return isForm;
    }

    /// Whether the answer is one JWT, signed by us.
    public boolean isSigned() {
        return isSigned;
    }

    /// @param allowed as a client's registration has them; none: all. `jwt` and `query.jwt` are the same
    public boolean isAmong(Set<String> allowed) {
        return allowed.isEmpty()
                || allowed.stream()
                        .flatMap(name -> named(name).stream())
                        .anyMatch(mode -> mode.isForm == isForm && mode.isSigned == isSigned);
    }

    /// Every one, as the parameter spells it.
    public static List<String> wires() {
        return Arrays.stream(values()).map(mode -> mode.wire).toList();
    }

    public static Optional<ResponseMode> named(String wire) {
        return Arrays.stream(values()).filter(mode -> mode.wire.equals(wire)).findFirst();
    }
}
