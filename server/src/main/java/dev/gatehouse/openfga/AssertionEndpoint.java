package dev.gatehouse.openfga;

import static dev.gatehouse.openfga.FailureCode.AUTHORIZATION_MODEL_NOT_FOUND;
import static dev.gatehouse.openfga.FailureCode.FORBIDDEN;
import static dev.gatehouse.openfga.FailureCode.STORE_ID_NOT_FOUND;
import static dev.gatehouse.openfga.FailureCode.VALIDATION_ERROR;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/// The doors through which the assertions about a model are written and read.
public final class AssertionEndpoint {

    private static final String JSON = "application/json";

    private final StoreAccess access;
    private final Assertions assertions;
    private final Guard<Actor> known;

    /// @param known whoever it is; whether they may is asked of each store
    public AssertionEndpoint(StoreAccess access, Assertions assertions, Guard<Actor> known) {
        this.access = access;
        this.assertions = assertions;
        this.known = known;
    }

    record WriteAssertionsView(Optional<@Size(max = 100) List<AssertionView>> assertions) {

        List<AssertionView> all() {
            return assertions.orElse(List.of());
        }

        List<Expectation> expectations() {
            return all().stream().map(AssertionView::asked).toList();
        }
    }

    record AssertionsView(String authorizationModelId, List<AssertionView> assertions) {}

    public void mount(Api api) {
        var doors = api.errorsAs(OpenFgaProblems.FORMAT);
        doors.put("/openfga/stores/{store_id}/assertions/{authorization_model_id}")
                .tag("OpenFGA")
                .summary("Write what a model is expected to answer")
                .requires(known)
                .parameters(ModelParameterView.class)
                .takesLoosely(WriteAssertionsView.class)
                .example("""
                        {
                          "assertions": [{
                            "tuple_key": {"user": "person:bob", "relation": "viewer", "object": "document:charter"},
                            "expectation": true
                          }]
                        }""")
                .answers(204)
                .refuses(OpenFgaProblems.types(
                        FORBIDDEN, STORE_ID_NOT_FOUND, AUTHORIZATION_MODEL_NOT_FOUND, VALIDATION_ERROR))
                .to(this::write);
        doors.get("/openfga/stores/{store_id}/assertions/{authorization_model_id}")
                .tag("OpenFGA")
                .summary("Read what a model is expected to answer")
                .requires(known)
                .parameters(ModelParameterView.class)
                .answers(200, AssertionsView.class)
                .answersAs(JSON)
                .refuses(OpenFgaProblems.types(FORBIDDEN, STORE_ID_NOT_FOUND))
                .to(this::read);
    }

    private Answer<None> write(Call<ModelParameterView, WriteAssertionsView, Actor> call) {
        var model = call.parameters().authorizationModelId();
        var written = access.toWrite(call.who(), call.parameters().storeId())
                .then(store -> assertions.write(
                        store.id(),
                        model,
                        call.body().expectations(),
                        AssertionView.json(call.body().all()),
                        StoreEndpoint.origin(call)));
        return switch (written) {
            case Outcome.Done<String> _ -> Answer.empty();
            case Outcome.Failed<String>(var failure) -> OpenFgaProblems.refused(failure);
        };
    }

    /// They are kept as JSON, and go out as they are kept.
    private Answer<AssertionsView> read(Call<ModelParameterView, None, Actor> call) {
        var model = call.parameters().authorizationModelId();
        return switch (access.toAsk(call.who(), call.parameters().storeId())) {
            case Outcome.Done<Tenant>(var store) ->
                Answer.written(
                        JSON,
                        "{\"authorization_model_id\":\"" + model + "\",\"assertions\":"
                                + assertions.read(store.id(), model) + "}");
            case Outcome.Failed<Tenant>(var failure) -> OpenFgaProblems.refused(failure);
        };
    }
}
