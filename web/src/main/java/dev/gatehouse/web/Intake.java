package dev.gatehouse.web;

import dev.gatehouse.web.shape.BodyReader;
import dev.gatehouse.web.shape.Pairs;
import dev.gatehouse.web.shape.ParameterReader;
import dev.gatehouse.web.shape.Reading;
import dev.gatehouse.web.shape.Shapes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// What an operation takes besides its parameters, and how that comes off the request.
sealed interface Intake {
    /// A body is left where it is.
    record Nothing() implements Intake {}

    record Json(BodyReader reader) implements Intake {}

    /// @param ownForms whether it may come from our own pages only
    record Form(ParameterReader reader, Optional<OwnForms> ownForms) implements Intake {}

    /// A form sent by GET: it stands in the query.
    record QueryForm(ParameterReader reader) implements Intake {}

    /// What became of taking it.
    sealed interface Taken {
        /// @param form what it was read from, when it is a form
        record Sent(Reading reading, Pairs form) implements Taken {
            static Sent of(ParameterReader reader, Pairs form) {
                return new Sent(reader.read(form), form);
            }
        }

        record Refused(Refusal refusal) implements Taken {}
    }

    /// @throws IllegalArgumentException when the record cannot be read so
    static Intake of(Operation<?, ?, ?, ?> operation, String method, Shapes shapes) {
        if (operation.body() == None.class) return new Nothing();
        if (operation.bodyFormat() == BodyFormat.JSON)
            return new Json(new BodyReader(shapes.of(operation.body()), operation.ignoresUnknown()));
        var reader = new ParameterReader(shapes.record(operation.body()), Set.of());
        return method.equals("GET") ? new QueryForm(reader) : new Form(reader, operation.ownForms());
    }

    default Taken take(Incoming incoming, int maxBodyBytes) {
        return switch (this) {
            case Nothing() -> new Taken.Sent(new Reading.Read(None.NONE), Pairs.NONE);
            case Json(var reader) -> json(reader, incoming, maxBodyBytes);
            case Form form -> form(form, incoming, maxBodyBytes);
            case QueryForm(var reader) -> Taken.Sent.of(reader, Pairs.parse(incoming.rawQuery()));
        };
    }

    /// Whether the operation's own parameters may not claim the query: it is the form's, or a form that passes
    /// over what it does not know leaves it alone.
    default boolean ownsQuery() {
        return switch (this) {
            case Nothing(), Json _ -> false;
            case Form(var reader, var _) -> reader.ignoresUnknown();
            case QueryForm _ -> true;
        };
    }

    private static Taken json(BodyReader reader, Incoming incoming, int maxBodyBytes) {
        var unsupported = BodyFormat.JSON.refusal(incoming.request().headers("Content-Type"));
        var bytes = BodyBytes.read(incoming.http(), maxBodyBytes);
        if (bytes.isEmpty()) return tooLarge(maxBodyBytes);
        if (bytes.get().length == 0)
            return new Taken.Refused(Refusal.of(Problems.NOT_JSON, "The body is empty; send a JSON object."));
        if (unsupported.isPresent()) return new Taken.Refused(unsupported.get());
        return new Taken.Sent(reader.read(bytes.get()), Pairs.NONE);
    }

    /// An empty body is a form in which nothing stands, whatever it calls itself.
    private static Taken form(Form form, Incoming incoming, int maxBodyBytes) {
        var unsupported = BodyFormat.FORM.refusal(incoming.request().headers("Content-Type"));
        var bytes = BodyBytes.read(incoming.http(), maxBodyBytes);
        if (bytes.isEmpty()) return tooLarge(maxBodyBytes);
        if (bytes.get().length > 0 && unsupported.isPresent()) return new Taken.Refused(unsupported.get());
        // A byte that is not ASCII becomes a character that is not ASCII, which the pairs refuse.
        var pairs = Pairs.parse(new String(bytes.get(), StandardCharsets.ISO_8859_1));
        if (form.ownForms().isEmpty()) return Taken.Sent.of(form.reader(), pairs);
        return form.ownForms()
                .get()
                .refusal(incoming.request(), pairs)
                .<Taken>map(Taken.Refused::new)
                .orElseGet(() -> Taken.Sent.of(form.reader(), pairs.without(FormTokens.FIELD)));
    }

    private static Taken tooLarge(int maxBodyBytes) {
        return new Taken.Refused(
                Refusal.of(Problems.BODY_TOO_LARGE, "The body may have " + maxBodyBytes + " bytes at most.")
                        .lastOnConnection());
    }
}
