package dev.gatehouse.web;

import dev.gatehouse.web.shape.Fault;
import dev.gatehouse.web.shape.JsonWriter;
import dev.gatehouse.web.shape.Pairs;
import dev.gatehouse.web.shape.ParameterReader;
import dev.gatehouse.web.shape.Reading;
import dev.gatehouse.web.shape.Shape;
import dev.gatehouse.web.shape.Shapes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// An operation with everything prepared: admit the caller, read what was sent, ask the handler, write what
/// it answers.
final class MountedOperation<P, B, W, A> implements Function<Incoming, Outcome> {
    private static final System.Logger LOG = System.getLogger(MountedOperation.class.getName());

    private final Operation<P, B, W, A> operation;
    private final Optional<Guard<W>> guard;
    private final ParameterReader parameters;
    private final Intake intake;
    private final Optional<Shape> answer;
    private final int firstStatus;
    private final JsonWriter json;
    private final int maxBodyBytes;

    /// @throws IllegalArgumentException when the declaration makes no sense
    MountedOperation(Operation<P, B, W, A> operation, String method, Shapes shapes, int maxBodyBytes) {
        this.operation = operation;
        this.maxBodyBytes = maxBodyBytes;
        this.json = new JsonWriter(shapes);
        try {
            guard = operation.guardOfCaller();
            var record = operation.parameters() == None.class ? NoParameters.class : operation.parameters();
            parameters =
                    new ParameterReader(shapes.record(record), operation.path().parameters());
            intake = Intake.of(operation, method, shapes);
            if (intake instanceof Intake.QueryForm && parameters.takesMoreThanThePath())
                throw new IllegalArgumentException("by GET its form stands in the query, where it has parameters");
            answer = operation.answers().values().stream()
                    .filter(type -> type != None.class && type != Page.class)
                    .findFirst()
                    .map(shapes::ofAnswer);
            firstStatus = operation.answers().keySet().stream()
                    .filter(status -> status != Redirect.STATUS)
                    .findFirst()
                    .orElse(Redirect.STATUS);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(operation + ": " + e.getMessage(), e);
        }
    }

    /// What an operation without parameters is read as, so that a stray query parameter is told to its
    /// sender.
    record NoParameters() {}

    @Override
    public Outcome apply(Incoming incoming) {
        if (guard.isEmpty()) return read(incoming, null);
        return switch (guard.get().admit(incoming.request())) {
            case Admission.Refused<W>(var refusal) -> Outcome.refused(refusal);
            case Admission.Admitted<W>(var who) -> read(incoming, who);
        };
    }

    private Outcome read(Incoming incoming, W who) {
        var query = intake.ownsQuery() && !parameters.takesMoreThanThePath() ? "" : incoming.rawQuery();
        var given = parameters.read(incoming.pathValues(), Pairs.parse(query));
        return switch (intake.take(incoming, maxBodyBytes)) {
            case Intake.Taken.Refused(var refusal) -> Outcome.refused(refusal);
            case Intake.Taken.Sent sent -> judge(given, sent, who, incoming);
        };
    }

    /// The faults of parameters and body are told together.
    private Outcome judge(Reading given, Intake.Taken.Sent taken, W who, Incoming incoming) {
        var sent = taken.reading();
        if (sent instanceof Reading.NotJson(var why))
            return Outcome.refused(Refusal.of(Problems.NOT_JSON, "The body is not JSON: " + why + "."));
        var faults = new ArrayList<Fault>();
        if (given instanceof Reading.Faulty(var some)) faults.addAll(some);
        if (sent instanceof Reading.Faulty(var some)) faults.addAll(some);
        if (!faults.isEmpty()) return reject(new Rejected(incoming.request(), taken.form(), faults));
        return ask(((Reading.Read) given).value(), ((Reading.Read) sent).value(), who, incoming.request());
    }

    /// The readers made these values by the very records that the type parameters stand for.
    @SuppressWarnings("unchecked")
    private Outcome ask(Object given, Object sent, W who, Request request) {
        var p = given instanceof NoParameters ? (P) None.NONE : (P) given;
        var w = guard.isEmpty() ? (W) None.NONE : who;
        return told(operation.handler().apply(new Call<>(p, (B) sent, w, request)));
    }

    private Outcome reject(Rejected rejected) {
        return operation
                .whenInvalid()
                .map(again -> told(again.apply(rejected)))
                .orElseGet(() -> invalid(rejected.faults()));
    }

    private Outcome told(Answer<A> answer) {
        return switch (answer) {
            case Answer.Granted<A> granted -> reply(granted);
            case Answer.Written<A> written -> reply(written);
            case Answer.Streamed<A> streamed -> reply(streamed);
            case Answer.Refused<A>(var refusal) -> refused(refusal);
            case Answer.Invalid<A>(var faults) -> invalid(faults);
        };
    }

    private Outcome reply(Answer.Granted<A> granted) {
        int status = granted.status().orElse(firstStatus);
        var declared = operation.answers().get(status);
        if (declared == null || (declared == None.class) == granted.body().isPresent()) {
            throw new IllegalStateException(operation + " answers " + status
                    + (granted.body().isPresent() ? " with" : " without") + " a body, which it does not declare");
        }
        if (status == Redirect.STATUS) Redirect.require(granted, operation);
        if (granted.body().isEmpty()) return new Outcome.Replied(Reply.empty(status, granted.headers()));
        if (granted.body().get() instanceof Page page)
            return new Outcome.Replied(Html.reply(status, page, granted.headers()));
        var bytes = json.write(answer.orElseThrow(), granted.body().get());
        return new Outcome.Replied(new Reply(status, "application/json", bytes, granted.headers()));
    }

    private Outcome reply(Answer.Written<A> written) {
        requireDeclared(written.mediaType());
        var bytes = written.text().getBytes(StandardCharsets.UTF_8);
        return new Outcome.Replied(new Reply(firstStatus, written.mediaType(), bytes, written.headers()));
    }

    private Outcome reply(Answer.Streamed<A> streamed) {
        requireDeclared(streamed.mediaType());
        return new Outcome.Replied(
                Reply.streamed(firstStatus, streamed.mediaType(), streamed.headers(), streamed.body()));
    }

    private void requireDeclared(String mediaType) {
        if (!operation.mediaTypes().contains(mediaType))
            throw new IllegalStateException(operation + " answers " + mediaType + ", which it does not declare");
    }

    private Outcome refused(Refusal refusal) {
        // Told to the caller all the same: a safe "no" is worth more than a tidy document.
        if (!operation.refusals().contains(refusal.type()))
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} refuses with {1}, which it does not declare",
                    operation,
                    refusal.type().name());
        return Outcome.refused(refusal);
    }

    private static Outcome invalid(List<Fault> faults) {
        var detail = faults.size() == 1
                ? "One thing is wrong; see errors."
                : faults.size() + " things are wrong; see errors.";
        return new Outcome.Refused(Refusal.of(Problems.INVALID, detail), faults);
    }
}
