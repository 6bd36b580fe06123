package dev.gatehouse.model;

import dev.gatehouse.web.shape.Doc;
import java.util.Optional;

@Doc("Relationships of one kind that a model leaves behind.")
record LeftBehindView(
        @Doc("How many.") long relationships,

        @Doc(value = "Of which objects.", example = "document")
        String objectType,

        String relation,

        @Doc(value = "Of which users: `person`, `group#member` or `person:*`.", example = "person")
        String user,

        @Doc("The condition that they have.") Optional<String> condition,

        @Doc("What the model says against them.") String why) {

    static LeftBehindView of(LeftBehind left) {
        return new LeftBehindView(
                left.relationships(), left.objectType(), left.relation(), left.user(), left.condition(), left.why());
    }
}
