package dev.gatehouse.world;

/// Something that is wrong with a file of a world, so that none of its tests can be run.
///
/// @param message what is wrong and what to do
public record Fault(Place place, String message) {

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
