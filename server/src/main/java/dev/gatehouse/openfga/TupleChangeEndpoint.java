package dev.gatehouse.openfga;

import static dev.gatehouse.openfga.FailureCode.FORBIDDEN;
import static dev.gatehouse.openfga.FailureCode.INVALID_CONTINUATION_TOKEN;
import static dev.gatehouse.openfga.FailureCode.INVALID_START_TIME;
import static dev.gatehouse.openfga.FailureCode.QUERY_STRING_TYPE_CONTINUATION_TOKEN_MISMATCH;
import static dev.gatehouse.openfga.FailureCode.STORE_ID_NOT_FOUND;
import static dev.gatehouse.openfga.FailureCode.VALIDATION_ERROR;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.permissions.relation.Change;
import dev.gatehouse.relation.ChangePage;
import dev.gatehouse.relation.Place;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.relation.StoredChange;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.Name;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The door at which the changes of a store's tuples are read, in their order.
public final class TupleChangeEndpoint {

    private final StoreAccess access;
    private final Relationships relationships;
    private final Guard<Actor> known;

    /// @param known whoever it is; whether they may is asked of each store
    public TupleChangeEndpoint(StoreAccess access, Relationships relationships, Guard<Actor> known) {
        this.access = access;
        this.relationships = relationships;
        this.known = known;
    }

    @EmptyIsAbsent
    record ChangePagingView(
            @Pattern(regexp = StoreId.FORM, message = "must be a ULID, 26 characters as they came with the store")
            String storeId,

            @Doc("Only changes of objects of this type.")
            Optional<
                            @Pattern(
                                    regexp = "[^:#@\\s]{1,254}",
                                    message = "must be the name of a type, without : # @ and spaces")
                            String>
                    type,

            @Min(1) @Max(100) @DefaultValue("50") int pageSize,
            Optional<@Size(max = ContinuationToken.LONGEST) String> continuationToken,

            @Doc("Only changes that were made then or later. A continuation token goes before it.")
            Optional<Instant> startTime) {}

    enum Operation {
        @Name("TUPLE_OPERATION_WRITE")
        WRITE,

        @Name("TUPLE_OPERATION_DELETE")
        DELETE
    }

    record TupleChangeView(TupleKeyView tupleKey, Operation operation, Instant timestamp) {
        static TupleChangeView of(StoredChange stored) {
            var operation = stored.change().kind() == Change.Kind.WRITTEN ? Operation.WRITE : Operation.DELETE;
            return new TupleChangeView(TupleKeyView.of(stored.change().relationship()), operation, stored.changedAt());
        }
    }

    record ChangePageView(
            List<TupleChangeView> changes,

            @Doc("Send it to read on from here; the same again when nothing is new.")
            String continuationToken) {}

    public void mount(Api api) {
        api.errorsAs(OpenFgaProblems.FORMAT)
                .get("/openfga/stores/{store_id}/changes")
                .tag("OpenFGA")
                .summary("Read the changes of tuples")
                .requires(known)
                .parameters(ChangePagingView.class)
                .answers(200, ChangePageView.class)
                .refuses(OpenFgaProblems.types(
                        FORBIDDEN,
                        STORE_ID_NOT_FOUND,
                        VALIDATION_ERROR,
                        INVALID_START_TIME,
                        INVALID_CONTINUATION_TOKEN,
                        QUERY_STRING_TYPE_CONTINUATION_TOKEN_MISMATCH))
                .to(this::read);
    }

    private Answer<ChangePageView> read(Call<ChangePagingView, None, Actor> call) {
        var asked = call.parameters();
        return OpenFgaProblems.answer(access.toWrite(call.who(), asked.storeId())
                .then(store -> after(store.id(), asked).then(place -> page(store.id(), asked, place))));
    }

    private Outcome<Place> after(String tenantId, ChangePagingView asked) {
        if (asked.continuationToken().isEmpty())
            return asked.startTime().map(moment -> from(tenantId, moment)).orElseGet(() -> Outcome.done(Place.START));
        var parts = ContinuationToken.parse(asked.continuationToken().get(), 2);
        var place = parts.flatMap(found -> Place.parse(found.get(0)));
        if (place.isEmpty()) return new Outcome.Failed<>(ContinuationToken.FOREIGN);
        if (!parts.get().get(1).equals(asked.type().orElse("")))
            return Outcome.failed(
                    QUERY_STRING_TYPE_CONTINUATION_TOKEN_MISMATCH,
                    "The continuation token came with a page of another type; send the same type with it.");
        return Outcome.done(place.get());
    }

    private Outcome<Place> from(String tenantId, Instant moment) {
        return moment.isBefore(Instant.EPOCH)
                ? Outcome.failed(INVALID_START_TIME, "start_time must be a moment of 1970 or later.")
                : Outcome.done(relationships.placeBefore(tenantId, moment));
    }

    private Outcome<ChangePageView> page(String tenantId, ChangePagingView asked, Place after) {
        return relationships
                .changes(tenantId, after, asked.type(), asked.pageSize())
                .map(page -> Outcome.done(shown(page, asked, after)))
                .orElseGet(() -> Outcome.failed(
                        gone(asked),
                        "Some of these changes are no longer kept. Note the time, read all tuples anew, and read the "
                                + "changes from there on with start_time."));
    }

    /// By what it was asked.
    private static FailureCode gone(ChangePagingView asked) {
        if (asked.continuationToken().isPresent()) return INVALID_CONTINUATION_TOKEN;
        return asked.startTime().isPresent() ? INVALID_START_TIME : VALIDATION_ERROR;
    }

    /// Where nothing was found yet the token stays empty; else it goes on, over what is of other types too.
    private static ChangePageView shown(ChangePage page, ChangePagingView asked, Place after) {
        var isNews = page.next().revision() > after.revision();
        var isToken =
                !page.changes().isEmpty() || isNews && asked.continuationToken().isPresent();
        var token = isToken
                ? ContinuationToken.of(page.next().text(), asked.type().orElse(""))
                : asked.continuationToken().orElse("");
        return new ChangePageView(
                page.changes().stream().map(TupleChangeView::of).toList(), token);
    }
}
