package dev.gatehouse.openfga;

import java.util.Locale;

/// What OpenFGA calls the ways in which something can fail, each with its HTTP status. SDKs tell them apart
/// by these words.
///
/// @spec https://github.com/openfga/api/blob/main/openfga/v1/errors_ignore.proto OpenFGA: error codes
enum FailureCode {
    VALIDATION_ERROR(400),
    AUTHORIZATION_MODEL_NOT_FOUND(400),
    AUTHORIZATION_MODEL_RESOLUTION_TOO_COMPLEX(400),
    INVALID_WRITE_INPUT(400),
    CANNOT_ALLOW_DUPLICATE_TUPLES_IN_ONE_REQUEST(400),
    INVALID_CONTINUATION_TOKEN(400),
    WRITE_FAILED_DUE_TO_INVALID_INPUT(400),
    LATEST_AUTHORIZATION_MODEL_NOT_FOUND(400),
    TYPE_NOT_FOUND(400),
    RELATION_NOT_FOUND(400),
    INVALID_TUPLE(400),
    ASSERTIONS_TOO_MANY_ITEMS(400),
    TUPLE_KEY_VALUE_NOT_SPECIFIED(400),
    PAGE_SIZE_INVALID(400),
    TYPE_DEFINITIONS_TOO_FEW_ITEMS(400),
    QUERY_STRING_TYPE_CONTINUATION_TOKEN_MISMATCH(400),
    EXCEEDED_ENTITY_LIMIT(400),
    DUPLICATE_CONTEXTUAL_TUPLE(400),
    INVALID_AUTHORIZATION_MODEL(400),
    INVALID_START_TIME(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    STORE_ID_NOT_FOUND(404),

    /// Its word is that of gRPC, unlike all others.
    ABORTED(409) {
        @Override
        String word() {
            return "Aborted";
        }
    },
    INTERNAL_ERROR(500),
    UNAVAILABLE(503);

    private final int status;

    FailureCode(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
