package dev.gatehouse.authzen;

/// What keeps a question from being asked at all.
///
/// @param pointer where it stands in the request, `/resource/id`
/// @param message what to do about it
record Flaw(String pointer, String message) {

    static Flaw missing(String pointer) {
        return new Flaw(pointer, "is required");
    }

    @Override
    public String toString() {
        return pointer + " " + message;
    }
}
