package dev.gatehouse.openfga;

import dev.gatehouse.check.Occasion;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

@Doc("Relationships that hold for one question only.")
record TupleKeysView(@Size(max = Occasion.MOST_CONTEXTUAL) List<TupleKeyView> tupleKeys) {

    static List<Relationship> relationships(Optional<TupleKeysView> given) {
        return given.map(keys -> TupleKeyView.relationships(keys.tupleKeys())).orElse(List.of());
    }
}
