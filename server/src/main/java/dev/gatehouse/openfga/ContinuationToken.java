package dev.gatehouse.openfga;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Where a list goes on: some names, as text that callers keep and send again.
final class ContinuationToken {

    /// What OpenFGA's tokens may have at most.
    static final int LONGEST = 5_120;

    static final Failure FOREIGN = new Failure(
            FailureCode.INVALID_CONTINUATION_TOKEN,
            "The continuation token is none that came with a page of this list; begin without one.");

    /// No name has a space in it, nor a line break.
    private static final String BETWEEN = "\n";

    private ContinuationToken() {}

    static String of(String... parts) {
        var text = String.join(BETWEEN, parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @return the store or model where a list ended; nothing if it is no token of such a list
    static Optional<String> parseId(String token) {
        return parse(token, 1).map(List::getFirst).filter(id -> id.matches(StoreId.FORM));
    }

    /// @param parts how many there must be
    /// @return nothing if it is none of ours
    static Optional<List<String>> parse(String token, int parts) {
        if (token.length() > LONGEST) return Optional.empty();
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return Optional.of(List.of(text.split(BETWEEN, -1))).filter(found -> found.size() == parts);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
