package dev.gatehouse.audit;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The door through which those who may read who did what.
public final class AuditEndpoint {

    private final AuditStore store = new AuditStore();
    private final Database database;
    private final Guard<Actor> guard;

    /// @param guard lets those pass who may read the audit
    public AuditEndpoint(Database database, Guard<Actor> guard) {
        this.database = database;
        this.guard = guard;
    }

    record Search(
            @Doc("Only records about this account, client or other subject.")
            Optional<@Size(max = 512) String> subject,

            @Min(1) @Max(1_000) @DefaultValue("100") int limit,

            @Doc("The `next` of the page before.") Optional<@Min(1) Long> before) {}

    @Doc("One thing that somebody did.")
    record RecordView(
            @Doc("Its place in the chain, without a gap.") long sequence,
            Instant at,
            @Doc("As `account.registered`.") String action,
            @Doc("About whom or what.") String subject,
            @Doc("Who did it; absent for a stranger.") Optional<String> actor,
            String address,
            String requestId,
            @Doc("A JSON object as text, as it was sealed.") String details) {

        static RecordView of(AuditRecord record) {
            return new RecordView(
                    record.sequence(),
                    record.at(),
                    record.action(),
                    record.subject(),
                    record.actor(),
                    record.address(),
                    record.requestId(),
                    record.details());
        }
    }

    @Doc("One page of records, the newest first.")
    record AuditPage(
            List<RecordView> records,

            @Doc("Send it as `before` to get the next page; absent on the last.")
            Optional<Long> next) {}

    public void mount(Api api) {
        api.get("/v1/audit")
                .tag("Administration")
                .summary("Read who did what")
                .requires(guard)
                .parameters(Search.class)
                .answers(200, AuditPage.class)
                .to(this::list);
    }

    private Answer<AuditPage> list(Call<Search, None, Actor> call) {
        var search = call.parameters();
        var tenantId = call.who().tenantId();
        var oneMore =
                database.read(tx -> store.newest(tx, tenantId, search.subject(), search.before(), search.limit() + 1));
        var page = oneMore.stream().limit(search.limit()).map(RecordView::of).toList();
        var next = oneMore.size() > page.size() ? Optional.of(page.getLast().sequence()) : Optional.<Long>empty();
        return Answer.of(new AuditPage(page, next));
    }
}
