package dev.gatehouse.authzen;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the next page of a search begins. It is opaque to callers, and holds nothing that they do not know.
///
/// @param search the fingerprint of the search that it belongs to
/// @param limit that the first page was asked with
/// @param after the last id of the page before; empty for the first page
record PageToken(int search, Optional<Integer> limit, String after) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{1,8})\\.([0-9]{0,9})\\.(.*)", Pattern.DOTALL);

    String text() {
        var text =
                Integer.toHexString(search) + "." + limit.map(Object::toString).orElse("") + "." + after;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @return empty if it is no such token
    static Optional<PageToken> read(String text) {
        try {
            var form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            if (!form.matches()) return Optional.empty();
            var limit = Optional.of(form.group(2))
                    .filter(digits -> !digits.isEmpty())
                    .map(Integer::valueOf);
            return Optional.of(new PageToken(Integer.parseUnsignedInt(form.group(1), 16), limit, form.group(3)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
