package dev.gatehouse.openfga;

import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Pattern;

/// Which store a path names.
record StoreParameterView(
        @Doc(value = "The tenant `main` is " + StoreId.MAIN + ".", example = StoreId.MAIN)
        @Pattern(regexp = StoreId.FORM, message = "must be a ULID, 26 characters as they came with the store")
        String storeId) {}
