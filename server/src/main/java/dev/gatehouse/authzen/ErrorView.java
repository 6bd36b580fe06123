package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;

/// @spec https://openid.net/specs/authorization-api-1_0.html#name-errors AuthZEN §7.2.1
@Doc("What is wrong with a request, or with one of many evaluations.")
record ErrorView(
        @Doc(value = "A status of HTTP.", example = "400") int status,

        @Doc(value = "For developers: what is wrong, where, and what to do.", example = "/subject/id is required")
        String message) {}
