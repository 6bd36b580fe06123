package dev.gatehouse.model;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.ModelText;
import dev.gatehouse.permissions.model.ModelTree;
import dev.gatehouse.web.shape.Doc;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

@Doc("A version of the authorization model, in both forms.")
record ModelView(
        @Doc("Absent where it was only judged.") Optional<String> id,
        Optional<Instant> createdAt,
        @Doc("Who wrote it.") Optional<String> createdBy,
        @Doc("As people write it.") String text,
        @Doc("The same as OpenFGA's JSON.") Map<String, Object> model) {

    static ModelView of(StoredModel stored) {
        return new ModelView(
                Optional.of(stored.id()),
                Optional.of(stored.createdAt()),
                stored.createdBy(),
                ModelText.print(stored.model()),
                ModelTree.write(stored.model()));
    }

    static ModelView of(AuthorizationModel judged) {
        return new ModelView(
                Optional.empty(), Optional.empty(), Optional.empty(), ModelText.print(judged), ModelTree.write(judged));
    }
}
