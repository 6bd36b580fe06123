package dev.gatehouse.check;

import dev.gatehouse.check.QuestionResult.FromTheFuture;
import dev.gatehouse.check.QuestionResult.Given;
import dev.gatehouse.check.QuestionResult.Misfit;
import dev.gatehouse.check.QuestionResult.NoModel;
import dev.gatehouse.check.QuestionResult.NoSuchModel;
import dev.gatehouse.check.QuestionResult.Unfitting;
import dev.gatehouse.model.AskedModel;
import dev.gatehouse.model.Models;
import dev.gatehouse.permissions.check.Deadline;
import dev.gatehouse.permissions.check.Limits;
import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.ContextualSnapshot;
import dev.gatehouse.permissions.relation.RelationshipRules;
import dev.gatehouse.permissions.relation.Snapshot;
import dev.gatehouse.relation.Asked;
import dev.gatehouse.relation.Consistency;
import dev.gatehouse.relation.Snapshots;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Brings questions before the right model at the right moment.
public final class Questions {

    private final Models models;
    private final Snapshots snapshots;
    private final Limits limits;
    private final Duration time;

    /// @param time that the questions of one request may take together
    public Questions(Models models, Snapshots snapshots, Limits limits, Duration time) {
        this.models = models;
        this.snapshots = snapshots;
        this.limits = limits;
        this.time = time;
    }

    /// @param question what is asked in it is answered of one model and one moment. It may be run inside
    ///     a transaction, so it opens none, and keeps nothing of what it is given
    public <R> QuestionResult<R> ask(Occasion occasion, Function<Permissions, R> question) {
        return ask(occasion, deadline(), question);
    }

    /// By when whoever asks now must be answered, in however many questions.
    public Deadline deadline() {
        return Deadline.in(time);
    }

    /// The same for whoever asks more than once for one request.
    public <R> QuestionResult<R> ask(Occasion occasion, Deadline deadline, Function<Permissions, R> question) {
        return ask(occasion, deadline, question, UnaryOperator.identity());
    }

    /// The same for an answer that asks on when somebody reads it, beside everything that is written
    /// meanwhile.
    ///
    /// @param whole makes an answer of one that asks on; it is called where the transaction would end first
    public <R> QuestionResult<R> ask(
            Occasion occasion, Deadline deadline, Function<Permissions, R> question, UnaryOperator<R> whole) {
        var tenantId = occasion.tenantId();
        var asked = occasion.modelId()
                .map(id -> models.find(tenantId, id))
                .orElseGet(() -> Optional.of(current(occasion)))
                .map(AskedModel::whole);
        if (asked.isEmpty()) return new NoSuchModel<>(occasion.modelId().orElseThrow());
        var model = asked.get();
        if (model.types().isEmpty()) return new NoModel<>();
        var misfits = misfits(occasion, model);
        if (!misfits.isEmpty()) return new Unfitting<>(misfits);
        return switch (snapshots.ask(
                tenantId,
                occasion.consistency(),
                snapshot -> question.apply(new Permissions(model, with(occasion, snapshot), limits.until(deadline))),
                whole)) {
            case Asked.Answered<R>(var answer, var at) -> new Given<>(answer, at);
            case Asked.FromTheFuture<R> _ -> new FromTheFuture<>();
        };
    }

    private AskedModel current(Occasion occasion) {
        return occasion.consistency() instanceof Consistency.FullyUpToDate
                ? models.newest(occasion.tenantId())
                : models.current(occasion.tenantId());
    }

    private static Snapshot with(Occasion occasion, Snapshot snapshot) {
        return occasion.contextual().isEmpty() ? snapshot : new ContextualSnapshot(snapshot, occasion.contextual());
    }

    private static List<Misfit> misfits(Occasion occasion, AuthorizationModel model) {
        var contextual = occasion.contextual();
        var rules = new RelationshipRules(model);
        return IntStream.range(0, contextual.size())
                .boxed()
                .flatMap(i -> rules.faults(contextual.get(i)).stream().map(fault -> new Misfit(i, fault)))
                .toList();
    }
}
