package dev.gatehouse.mapper;

import java.util.List;
import java.util.Optional;

/// A row refers to one that is not there, or one that was to go is referred to. Where the program is right it has been
/// overtaken: somebody removed what it had just found.
public final class BrokenReference extends ConstraintViolation {
    BrokenReference(Optional<String> constraint, Optional<String> table, List<String> columns, Throwable cause) {
        super(Kind.FOREIGN_KEY, constraint, table, columns, cause);
    }
}
