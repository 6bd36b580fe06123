package dev.gatehouse.web;

import java.util.List;

/// The refusals that come from HTTP itself, before any handler is asked.
final class Problems {
    static final ProblemType BAD_REQUEST = ProblemType.badRequest("bad-request", "This is not a proper HTTP request");
    static final ProblemType NOT_JSON = ProblemType.badRequest("not-json", "The body is not JSON");
    static final ProblemType FORM_NOT_OURS =
            ProblemType.forbidden("form-not-ours", "This form does not come from a page of this server");
    static final ProblemType NO_SUCH_PATH = ProblemType.notFound("no-such-path", "There is nothing at this path");
    static final ProblemType METHOD_NOT_ALLOWED =
            ProblemType.of(405, "method-not-allowed", "This path does not take this method");
    static final ProblemType BODY_TOO_LARGE = ProblemType.of(413, "body-too-large", "The body is too large");
    static final ProblemType URI_TOO_LONG = ProblemType.of(414, "uri-too-long", "The request line is too long");
    static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            ProblemType.of(415, "unsupported-media-type", "The body is of a type that is not taken here");
    static final ProblemType INVALID =
            ProblemType.unprocessable("invalid-request", "The request breaks the rules listed");
    static final ProblemType HEADERS_TOO_LARGE =
            ProblemType.of(431, "headers-too-large", "The request headers are too large");
    static final ProblemType INTERNAL = ProblemType.of(500, "internal-error", "Something went wrong on our side");
    static final ProblemType OVERLOADED = ProblemType.unavailable("overloaded", "Too many requests at once");

    static final List<ProblemType> ALL = List.of(
            BAD_REQUEST,
            NOT_JSON,
            FORM_NOT_OURS,
            NO_SUCH_PATH,
            METHOD_NOT_ALLOWED,
            BODY_TOO_LARGE,
            URI_TOO_LONG,
            UNSUPPORTED_MEDIA_TYPE,
            INVALID,
            HEADERS_TOO_LARGE,
            INTERNAL,
            OVERLOADED);

    private Problems() {}
}
