package dev.gatehouse.web;

/// The one way in which this server sends a caller elsewhere.
final class Redirect {
    /// "See Other": whatever was sent is not sent again.
    static final int STATUS = 303;

    private Redirect() {}

    static void require(Answer.Granted<?> granted, Operation<?, ?, ?, ?> operation) {
        if (granted.headers().stream().noneMatch(header -> header.name().equals("Location")))
            throw new IllegalStateException(operation + " redirects without saying where; use Answer.redirect(…)");
    }
}
