package dev.gatehouse.openfga;

import static dev.gatehouse.openfga.FailureCode.FORBIDDEN;
import static dev.gatehouse.openfga.FailureCode.INVALID_CONTINUATION_TOKEN;
import static dev.gatehouse.openfga.FailureCode.STORE_ID_NOT_FOUND;
import static dev.gatehouse.openfga.FailureCode.VALIDATION_ERROR;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.EmptyIsAbsent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/// The doors through which stores are made, shown and removed.
public final class StoreEndpoint {

    private final Stores stores;
    private final Guard<Actor> administrator;
    private final Guard<Actor> known;
    private final StoreAccess access;

    /// @param administrator may make and remove stores, and see which there are
    /// @param known whoever it is; whether they may see a store is asked of each
    public StoreEndpoint(Stores stores, StoreAccess access, Guard<Actor> administrator, Guard<Actor> known) {
        this.stores = stores;
        this.access = access;
        this.administrator = administrator;
        this.known = known;
    }

    record CreateStoreView(
            @Pattern(
                    regexp = "[a-zA-Z0-9\\s./^_&@-]{3,64}",
                    message = "must have 3 to 64 letters, digits, spaces or . / ^ _ & @ -")
            String name) {}

    @EmptyIsAbsent
    record StorePagingView(
            @Min(1) @Max(100) @DefaultValue("50") int pageSize,
            Optional<@Size(max = ContinuationToken.LONGEST) String> continuationToken,
            @Doc("Only stores of exactly this name.") Optional<@Size(max = 64) String> name) {}

    record StorePageView(
            List<StoreView> stores,
            @Doc("Empty on the last page.") String continuationToken) {}

    public void mount(Api api) {
        var doors = api.errorsAs(OpenFgaProblems.FORMAT);
        doors.post("/openfga/stores")
                .tag("OpenFGA")
                .summary("Create a store")
                .requires(administrator)
                .takesLoosely(CreateStoreView.class)
                .example("""
                        {"name": "web shop"}""")
                .answers(201, StoreView.class)
                .to(this::create);
        doors.get("/openfga/stores")
                .tag("OpenFGA")
                .summary("List stores")
                .requires(administrator)
                .parameters(StorePagingView.class)
                .answers(200, StorePageView.class)
                .refuses(OpenFgaProblems.types(INVALID_CONTINUATION_TOKEN))
                .to(this::list);
        doors.get("/openfga/stores/{store_id}")
                .tag("OpenFGA")
                .summary("Show a store")
                .requires(known)
                .parameters(StoreParameterView.class)
                .answers(200, StoreView.class)
                .refuses(OpenFgaProblems.types(FORBIDDEN, STORE_ID_NOT_FOUND))
                .to(this::show);
        doors.delete("/openfga/stores/{store_id}")
                .tag("OpenFGA")
                .summary("Remove a store and everything in it")
                .requires(administrator)
                .parameters(StoreParameterView.class)
                .answers(204)
                .refuses(OpenFgaProblems.types(VALIDATION_ERROR))
                .to(this::remove);
    }

    private Answer<StoreView> create(Call<None, CreateStoreView, Actor> call) {
        var made = stores.create(call.who().tenantId(), call.body().name(), origin(call));
        return Answer.created(StoreView.of(made), "/openfga/stores/" + made.id());
    }

    private Answer<StorePageView> list(Call<StorePagingView, None, Actor> call) {
        var paging = call.parameters();
        var after = paging.continuationToken().map(ContinuationToken::parseId);
        if (after.isPresent() && after.get().isEmpty()) return OpenFgaProblems.refused(ContinuationToken.FOREIGN);
        var oneMore = stores.list(paging.name(), after.flatMap(id -> id).map(StoreId::tenant), paging.pageSize() + 1);
        var page = oneMore.stream().limit(paging.pageSize()).toList();
        var next = oneMore.size() > page.size()
                ? ContinuationToken.of(StoreId.ofTenant(page.getLast().id()))
                : "";
        return Answer.of(new StorePageView(page.stream().map(StoreView::of).toList(), next));
    }

    private Answer<StoreView> show(Call<StoreParameterView, None, Actor> call) {
        return OpenFgaProblems.answer(
                access.toAsk(call.who(), call.parameters().storeId()).map(StoreView::of));
    }

    /// That there is no such store is what was wished for.
    private Answer<None> remove(Call<StoreParameterView, None, Actor> call) {
        return switch (stores.remove(call.who().tenantId(), call.parameters().storeId(), origin(call))) {
            case Outcome.Done<Boolean> _ -> Answer.empty();
            case Outcome.Failed<Boolean>(var failure) -> OpenFgaProblems.refused(failure);
        };
    }

    static Origin origin(Call<?, ?, Actor> call) {
        return Origin.of(call.remoteAddress(), call.requestId())
                .actingAs(call.who().id());
    }
}
