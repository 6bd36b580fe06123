package dev.gatehouse.model;

import dev.gatehouse.permissions.model.ModelFault;
import dev.gatehouse.permissions.model.Place;
import dev.gatehouse.web.shape.Doc;
import java.util.List;
import java.util.Optional;

@Doc("Something that is wrong with a model.")
record ModelFaultView(
        @Doc("In the text, from 1.") Optional<Integer> line,

        @Doc("In the line, from 1, in characters.") Optional<Integer> column,

        @Doc("Where in the body, a JSON pointer, when the model was no text.")
        Optional<String> pointer,

        @Doc("What is wrong and what to do.") String message,

        @Doc("What stands there.") Optional<String> found,

        @Doc("What could stand there.") List<String> expected) {

    static ModelFaultView of(ModelFault fault) {
        return new ModelFaultView(
                text(fault.place()).map(Place.InText::line),
                text(fault.place()).map(Place.InText::column),
                fault.place() instanceof Place.InTree(var pointer) ? Optional.of("/model" + pointer) : Optional.empty(),
                fault.message(),
                Optional.of(fault.found()).filter(found -> !found.isEmpty()),
                fault.expected());
    }

    private static Optional<Place.InText> text(Place place) {
        return place instanceof Place.InText text ? Optional.of(text) : Optional.empty();
    }
}
