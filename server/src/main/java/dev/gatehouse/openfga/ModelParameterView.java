package dev.gatehouse.openfga;

import jakarta.validation.constraints.Pattern;

/// Which model of which store a path names.
record ModelParameterView(
        @Pattern(regexp = StoreId.FORM, message = "must be a ULID, 26 characters as they came with the store")
        String storeId,

        @Pattern(regexp = StoreId.FORM, message = "must be a ULID, 26 characters as they came with the model")
        String authorizationModelId) {}
