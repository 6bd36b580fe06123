package dev.gatehouse.mapper;

/// PostgreSQL undid the transaction because of another one; run anew it may well succeed.
final class Contention extends DatabaseBusy {
    Contention(String message, Throwable cause) {
        super(message, cause);
    }
}
