package dev.gatehouse.web.shape;

import java.util.Optional;

/// One thing that is wrong with what a caller sent. A problem answer lists all of them.
///
/// @param pointer where in the JSON body (RFC 6901); empty for a fault of a parameter
/// @param parameter the parameter in query, path or form; empty for a fault of a JSON body
/// @param rule which rule is broken, a stable word for programs: `required`, `type`, `unknown`, `size` …
/// @param message what to do, for people
/// @param found what stood there, shortened; a secret's kind and length only
@Doc("One thing that is wrong with the request.")
public record Fault(
        @Doc(value = "Where in the body, a JSON pointer (RFC 6901).", example = "/email")
        Optional<String> pointer,

        @Doc("The parameter in query, path or form, when the fault is not in a JSON body.")
        Optional<String> parameter,

        @Doc(value = "Which rule is broken; a stable word for programs.", example = "email")
        String rule,

        @Doc(value = "What to do about it.", example = "must be an e-mail address such as alice@example.com")
        String message,

        @Doc(value = "What was found, shortened; never a secret.", example = "\"alice\"")
        Optional<String> found) {

    public static Fault inBody(String pointer, String rule, String message) {
        return new Fault(Optional.of(pointer), Optional.empty(), rule, message, Optional.empty());
    }

    public static Fault inParameter(String name, String rule, String message) {
        return new Fault(Optional.empty(), Optional.of(name), rule, message, Optional.empty());
    }

    public Fault found(String what) {
        return new Fault(pointer, parameter, rule, message, Optional.of(what));
    }
}
