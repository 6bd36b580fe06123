package dev.gatehouse.client;

/// Something that a client must not be.
///
/// @param field of the metadata, as it is spelled there
/// @param message what is wrong and what to do
public record ClientFault(String field, String message) {

    @Override
    public String toString() {
        return field + ": " + message;
    }
}
