package dev.gatehouse.web;

import java.util.regex.Pattern;

/// A kind of refusal that a caller's program can recognise by its `type`.
///
/// The type is the relative reference `/problems/NAME`: the same on every installation, so that clients can
/// compare it as text, and this server answers it with a short explanation.
///
/// @param status the HTTP status, 400 to 599
/// @param name lower case words with hyphens, `email-taken`
/// @param title one line for people, the same for every occurrence
/// @spec https://www.rfc-editor.org/rfc/rfc9457#section-3.1.1 RFC 9457 §3.1.1
public record ProblemType(int status, String name, String title) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public ProblemType {
        if (status < 400 || status > 599)
            throw new IllegalArgumentException("status of a problem must be 400 to 599, not " + status);
        if (!NAME.matcher(name).matches())
            throw new IllegalArgumentException("name of a problem must be like 'email-taken', not '" + name + "'");
        if (title.isBlank()) throw new IllegalArgumentException("problem '" + name + "' needs a title");
    }

    public static ProblemType of(int status, String name, String title) {
        return new ProblemType(status, name, title);
    }

    public static ProblemType badRequest(String name, String title) {
        return new ProblemType(400, name, title);
    }

    public static ProblemType unauthorized(String name, String title) {
        return new ProblemType(401, name, title);
    }

    public static ProblemType forbidden(String name, String title) {
        return new ProblemType(403, name, title);
    }

    public static ProblemType notFound(String name, String title) {
        return new ProblemType(404, name, title);
    }

    public static ProblemType conflict(String name, String title) {
        return new ProblemType(409, name, title);
    }

    public static ProblemType gone(String name, String title) {
        return new ProblemType(410, name, title);
    }

    public static ProblemType unprocessable(String name, String title) {
        return new ProblemType(422, name, title);
    }

    public static ProblemType tooManyRequests(String name, String title) {
        return new ProblemType(429, name, title);
    }

    public static ProblemType unavailable(String name, String title) {
        return new ProblemType(503, name, title);
    }

    /// What stands in the problem's `type` member.
    public String uri() {
        return "/problems/" + name;
    }
}
