package dev.gatehouse.openfga;

import dev.gatehouse.check.Occasion;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.JsonWriter;
import dev.gatehouse.web.shape.Shapes;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Doc("What somebody expects a model to answer.")
record AssertionView(
        QuestionKeyView tupleKey,

        @Doc("Whether the check is expected to allow it.") @DefaultValue("false")
        boolean expectation,

        @Doc("Relationships that hold for this question only.")
        Optional<@Size(max = Occasion.MOST_CONTEXTUAL) List<TupleKeyView>> contextualTuples,

        @Doc("Values for the conditions.") Optional<Map<String, Object>> context) {

    private static final JsonWriter JSON = new JsonWriter(new Shapes(InstantSource.system()));

    Expectation asked() {
        return new Expectation(
                tupleKey.question(context), TupleKeyView.relationships(contextualTuples.orElse(List.of())));
    }

    static String json(List<AssertionView> assertions) {
        return new String(JSON.write(assertions), StandardCharsets.UTF_8);
    }
}
