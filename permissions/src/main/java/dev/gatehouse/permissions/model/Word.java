package dev.gatehouse.permissions.model;

/// A name or another word of a model, and where it stands.
record Word(String text, Place place) {

    boolean is(Word other) {
        return text.equals(other.text);
    }
}
