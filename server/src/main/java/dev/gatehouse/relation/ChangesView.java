package dev.gatehouse.relation;

import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Changes as JSON.
@Doc("What is to become of some relationships, all together or not at all.")
record ChangesView(
        Optional<@Size(max = Changes.MOST) List<RelationshipView>> writes,

        @Doc("They go first: one that stands in both lists is replaced.")
        Optional<@Size(max = Changes.MOST) List<DeleteView>> deletes,

        @Doc("What must be so; otherwise nothing is done.")
        Optional<@Size(max = Changes.MOST) List<PreconditionView>> preconditions,

        @Doc("Whether it is all right to write what is there, and to delete what is not.") @DefaultValue("false")
        boolean idempotent) {

    @Doc("A relationship, whatever its condition.")
    record DeleteView(String object, String relation, String user) {}

    @Doc("One of the two.")
    record PreconditionView(
            @Doc("At least one such relationship is there.") Optional<FilterView> mustExist,

            @Doc("No such relationship is there.") Optional<FilterView> mustNotExist) {

        PreconditionView {
            if (mustExist.isPresent() == mustNotExist.isPresent())
                throw new IllegalArgumentException("name either must_exist or must_not_exist");
        }

        Precondition precondition() {
            return mustExist
                    .map(filter -> Precondition.mustExist(filter.filter()))
                    .orElseGet(() ->
                            Precondition.mustNotExist(mustNotExist.orElseThrow().filter()));
        }
    }

    Changes changes() {
        return new Changes(
                all(writes).map(RelationshipView::relationship).toList(),
                all(deletes)
                        .map(each -> Relationship.of(each.object(), each.relation(), each.user()))
                        .toList(),
                all(preconditions).map(PreconditionView::precondition).toList(),
                idempotent);
    }

    private static <T> Stream<T> all(Optional<List<T>> list) {
        return list.stream().flatMap(List::stream);
    }
}
