package dev.gatehouse.openfga;

import static dev.gatehouse.openfga.FailureCode.ABORTED;
import static dev.gatehouse.openfga.FailureCode.AUTHORIZATION_MODEL_NOT_FOUND;
import static dev.gatehouse.openfga.FailureCode.CANNOT_ALLOW_DUPLICATE_TUPLES_IN_ONE_REQUEST;
import static dev.gatehouse.openfga.FailureCode.EXCEEDED_ENTITY_LIMIT;
import static dev.gatehouse.openfga.FailureCode.FORBIDDEN;
import static dev.gatehouse.openfga.FailureCode.INVALID_CONTINUATION_TOKEN;
import static dev.gatehouse.openfga.FailureCode.INVALID_WRITE_INPUT;
import static dev.gatehouse.openfga.FailureCode.LATEST_AUTHORIZATION_MODEL_NOT_FOUND;
import static dev.gatehouse.openfga.FailureCode.STORE_ID_NOT_FOUND;
import static dev.gatehouse.openfga.FailureCode.VALIDATION_ERROR;
import static dev.gatehouse.openfga.FailureCode.WRITE_FAILED_DUE_TO_INVALID_INPUT;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.Changes;
import dev.gatehouse.relation.RelationshipFilter;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.relation.StoredRelationship;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Name;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The doors through which tuples are written and read.
public final class TupleEndpoint {

    private final StoreAccess access;
    private final TupleWrites writes;
    private final Relationships relationships;
    private final Guard<Actor> known;

    /// @param known whoever it is; whether they may is asked of each store
    public TupleEndpoint(StoreAccess access, TupleWrites writes, Relationships relationships, Guard<Actor> known) {
        this.access = access;
        this.writes = writes;
        this.relationships = relationships;
        this.known = known;
    }

    /// What to do where something is done already.
    enum IfDone {
        ERROR,
        IGNORE,

        /// The same as an error.
        @Name("")
        UNSAID;

        static boolean isIgnored(Optional<IfDone> wish) {
            return wish.filter(IGNORE::equals).isPresent();
        }
    }

    record WritesView(
            @NotEmpty List<TupleKeyView> tupleKeys,

            @Doc("What to do with a tuple that is there already; one with another condition is an error all the same.")
            Optional<IfDone> onDuplicate) {}

    record DeletesView(
            @NotEmpty List<TupleKeyView> tupleKeys,

            @Doc("What to do with a tuple that is not there.")
            Optional<IfDone> onMissing) {}

    record WriteView(
            Optional<WritesView> writes,
            Optional<DeletesView> deletes,

            @Doc("The model that writes must fit; the current one if it is left out or empty.")
            Optional<
                            @Pattern(
                                    regexp = "|" + StoreId.FORM,
                                    message = "must be a ULID, 26 characters as they came with the model")
                            String>
                    authorizationModelId) {

        Changes changes() {
            return new Changes(
                    writes.map(all -> TupleKeyView.relationships(all.tupleKeys()))
                            .orElse(List.of()),
                    deletes.map(all -> TupleKeyView.relationships(all.tupleKeys()))
                            .orElse(List.of()),
                    List.of(),
                    IfDone.isIgnored(writes.flatMap(WritesView::onDuplicate)),
                    IfDone.isIgnored(deletes.flatMap(DeletesView::onMissing)));
        }
    }

    @Doc("Nothing: it is done.")
    record WriteDoneView() {}

    @Doc("Which tuples: `object` is an object or, with a user, a type as `document:`.")
    record ReadKeyView(Optional<String> user, Optional<String> relation, Optional<String> object) {}

    record ReadView(
            Optional<ReadKeyView> tupleKey,
            @Min(1) @Max(100) @DefaultValue("50") int pageSize,
            Optional<@Size(max = ContinuationToken.LONGEST) String> continuationToken) {}

    record TupleView(TupleKeyView key, Instant timestamp) {
        static TupleView of(StoredRelationship stored) {
            return new TupleView(TupleKeyView.of(stored.relationship()), stored.writtenAt());
        }
    }

    record TuplePageView(
            List<TupleView> tuples,
            @Doc("Empty on the last page.") String continuationToken) {}

    public void mount(Api api) {
        var doors = api.errorsAs(OpenFgaProblems.FORMAT);
        doors.post("/openfga/stores/{store_id}/write")
                .tag("OpenFGA")
                .summary("Write and delete tuples, all or none")
                .requires(known)
                .parameters(StoreParameterView.class)
                .takesLoosely(WriteView.class)
                .example("""
                        {
                          "writes": {
                            "tuple_keys": [{"user": "person:bob", "relation": "viewer", "object": "document:charter"}],
                            "on_duplicate": "ignore"
                          }
                        }""")
                .answers(200, WriteDoneView.class)
                .refuses(OpenFgaProblems.types(
                        FORBIDDEN,
                        STORE_ID_NOT_FOUND,
                        VALIDATION_ERROR,
                        AUTHORIZATION_MODEL_NOT_FOUND,
                        LATEST_AUTHORIZATION_MODEL_NOT_FOUND,
                        INVALID_WRITE_INPUT,
                        CANNOT_ALLOW_DUPLICATE_TUPLES_IN_ONE_REQUEST,
                        EXCEEDED_ENTITY_LIMIT,
                        WRITE_FAILED_DUE_TO_INVALID_INPUT,
                        ABORTED))
                .to(this::write);
        doors.post("/openfga/stores/{store_id}/read")
                .tag("OpenFGA")
                .summary("Read tuples as they stand")
                .requires(known)
                .parameters(StoreParameterView.class)
                .takesLoosely(ReadView.class)
                .example("""
                        {"tuple_key": {"object": "document:charter"}, "page_size": 50}""")
                .answers(200, TuplePageView.class)
                .refuses(OpenFgaProblems.types(
                        FORBIDDEN, STORE_ID_NOT_FOUND, VALIDATION_ERROR, INVALID_CONTINUATION_TOKEN))
                .to(this::read);
    }

    private Answer<WriteDoneView> write(Call<StoreParameterView, WriteView, Actor> call) {
        var body = call.body();
        var model = body.authorizationModelId().filter(id -> !id.isEmpty());
        return OpenFgaProblems.answer(
                access.toWriteByModel(call.who(), call.parameters().storeId(), model)
                        .then(store -> writes.write(store.id(), model, body.changes(), StoreEndpoint.origin(call)))
                        .map(_ -> new WriteDoneView()));
    }

    private Answer<TuplePageView> read(Call<StoreParameterView, ReadView, Actor> call) {
        var body = call.body();
        var filter = body.tupleKey()
                .map(key -> TupleFilter.read(key.user(), key.relation(), key.object()))
                .orElseGet(() -> Outcome.done(RelationshipFilter.ALL));
        var token = body.continuationToken().filter(text -> !text.isEmpty());
        var after = token.flatMap(text -> ContinuationToken.parse(text, 3));
        if (token.isPresent() && after.isEmpty()) return OpenFgaProblems.refused(ContinuationToken.FOREIGN);
        var last = after.map(parts -> Relationship.of(parts.get(0), parts.get(1), parts.get(2)));
        return OpenFgaProblems.answer(access.toWrite(
                        call.who(), call.parameters().storeId())
                .then(store -> filter.map(which -> page(store.id(), which, last, body.pageSize()))));
    }

    private TuplePageView page(String tenantId, RelationshipFilter filter, Optional<Relationship> after, int size) {
        var oneMore = relationships.list(tenantId, filter, after, size + 1);
        var page = oneMore.stream().limit(size).toList();
        var next = oneMore.size() > size ? token(page.getLast().relationship()) : "";
        return new TuplePageView(page.stream().map(TupleView::of).toList(), next);
    }

    private static String token(Relationship last) {
        return ContinuationToken.of(last.object(), last.relation(), last.user());
    }
}
