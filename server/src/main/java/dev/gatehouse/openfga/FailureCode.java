package dev.gatehouse.openfga;

import java.util.Locale;

/// What OpenFGA calls the ways in which something can fail, each with its HTTP status. SDKs tell them apart
/// by these words.
///
/// @spec https://github.com/openfga/api/blob/main/openfga/v1/errors_ignore.proto OpenFGA: error codes
enum FailureCode {
    VALIDATION_ERROR(400, 2000),
    AUTHORIZATION_MODEL_NOT_FOUND(400, 2001),
    AUTHORIZATION_MODEL_RESOLUTION_TOO_COMPLEX(400, 2002),
    INVALID_WRITE_INPUT(400, 2003),
    CANNOT_ALLOW_DUPLICATE_TUPLES_IN_ONE_REQUEST(400, 2004),
    INVALID_CONTINUATION_TOKEN(400, 2007),
    INVALID_EXPAND_INPUT(400, 2010),
    WRITE_FAILED_DUE_TO_INVALID_INPUT(400, 2017),
    LATEST_AUTHORIZATION_MODEL_NOT_FOUND(400, 2020),
    TYPE_NOT_FOUND(400, 2021),
    RELATION_NOT_FOUND(400, 2022),
    INVALID_TUPLE(400, 2027),
    ASSERTIONS_TOO_MANY_ITEMS(400, 2033),
    TUPLE_KEY_VALUE_NOT_SPECIFIED(400, 2037),
    PAGE_SIZE_INVALID(400, 2039),
    TYPE_DEFINITIONS_TOO_FEW_ITEMS(400, 2045),
    QUERY_STRING_TYPE_CONTINUATION_TOKEN_MISMATCH(400, 2052),
    EXCEEDED_ENTITY_LIMIT(400, 2053),
    INVALID_AUTHORIZATION_MODEL(400, 2056),
    INVALID_START_TIME(400, 2059),
    BEARER_TOKEN_MISSING(401, 1010),
    UNAUTHENTICATED(401, 1500),
    FORBIDDEN(403, 1600),
    STORE_ID_NOT_FOUND(404, 5002),

    /// Its word is that of gRPC, unlike all others.
    ABORTED(409, 10) {
        @Override
        String word() {
            return "Aborted";
        }
    },
    INTERNAL_ERROR(500, 4000),
    UNAVAILABLE(503, 4010);

    private final int status;
    private final int number;

    FailureCode(int status, int number) {
        this.status = status;
        this.number = number;
    }

    int status() {
        return status;
    }

    /// What stands for the word where an answer breaks off.
    int number() {
        return number;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
