package dev.gatehouse.openfga;

import static dev.gatehouse.openfga.FailureCode.AUTHORIZATION_MODEL_NOT_FOUND;
import static dev.gatehouse.openfga.FailureCode.FORBIDDEN;
import static dev.gatehouse.openfga.FailureCode.INVALID_AUTHORIZATION_MODEL;
import static dev.gatehouse.openfga.FailureCode.INVALID_CONTINUATION_TOKEN;
import static dev.gatehouse.openfga.FailureCode.STORE_ID_NOT_FOUND;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.model.AskedModel;
import dev.gatehouse.model.ModelSource;
import dev.gatehouse.model.ModelWriting;
import dev.gatehouse.model.Models;
import dev.gatehouse.model.StoredModel;
import dev.gatehouse.permissions.model.ModelTree;
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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The doors through which the models of a store are written and read.
public final class StoreModelEndpoint {

    private final StoreAccess access;
    private final Models models;
    private final Guard<Actor> known;

    /// @param known whoever it is; whether they may is asked of each store
    public StoreModelEndpoint(StoreAccess access, Models models, Guard<Actor> known) {
        this.access = access;
        this.models = models;
        this.known = known;
    }

    @Doc("A model as OpenFGA's JSON.")
    record WriteModelView(
            @NotEmpty List<Object> typeDefinitions,
            @DefaultValue("1.1") String schemaVersion,
            Optional<Map<String, Object>> conditions) {

        Map<String, Object> tree() {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("schema_version", schemaVersion);
            tree.put("type_definitions", typeDefinitions);
            conditions.ifPresent(all -> tree.put("conditions", all));
            return tree;
        }
    }

    record WrittenModelView(String authorizationModelId) {}

    record StoredModelView(
            @Doc("OpenFGA's JSON, with the model's `id`.") Map<String, Object> authorizationModel) {}

    record ModelPageView(
            @Doc("The newest first.") List<Map<String, Object>> authorizationModels,
            @Doc("Empty on the last page.") String continuationToken) {}

    @EmptyIsAbsent
    record ModelPagingView(
            @Pattern(regexp = StoreId.FORM, message = "must be a ULID, 26 characters as they came with the store")
            String storeId,

            @Min(1) @Max(100) @DefaultValue("50") int pageSize,
            Optional<@Size(max = ContinuationToken.LONGEST) String> continuationToken) {}

    public void mount(Api api) {
        var doors = api.errorsAs(OpenFgaProblems.FORMAT);
        doors.post("/openfga/stores/{store_id}/authorization-models")
                .tag("OpenFGA")
                .summary("Write an authorization model")
                .requires(known)
                .parameters(StoreParameterView.class)
                .takesLoosely(WriteModelView.class)
                .example("""
                        {
                          "schema_version": "1.1",
                          "type_definitions": [
                            {"type": "person"},
                            {
                              "type": "document",
                              "relations": {"viewer": {"this": {}}},
                              "metadata": {"relations": {"viewer": {"directly_related_user_types": [{"type": "person"}]}}}
                            }
                          ]
                        }""")
                .answers(201, WrittenModelView.class)
                .refuses(OpenFgaProblems.types(FORBIDDEN, STORE_ID_NOT_FOUND, INVALID_AUTHORIZATION_MODEL))
                .to(this::write);
        doors.get("/openfga/stores/{store_id}/authorization-models")
                .tag("OpenFGA")
                .summary("List authorization models")
                .requires(known)
                .parameters(ModelPagingView.class)
                .answers(200, ModelPageView.class)
                .refuses(OpenFgaProblems.types(FORBIDDEN, STORE_ID_NOT_FOUND, INVALID_CONTINUATION_TOKEN))
                .to(this::list);
        doors.get("/openfga/stores/{store_id}/authorization-models/{authorization_model_id}")
                .tag("OpenFGA")
                .summary("Show an authorization model")
                .requires(known)
                .parameters(ModelParameterView.class)
                .answers(200, StoredModelView.class)
                .refuses(OpenFgaProblems.types(FORBIDDEN, STORE_ID_NOT_FOUND, AUTHORIZATION_MODEL_NOT_FOUND))
                .to(this::show);
    }

    private Answer<WrittenModelView> write(Call<StoreParameterView, WriteModelView, Actor> call) {
        var form = call.body();
        return OpenFgaProblems.answer(
                access.toWrite(call.who(), call.parameters().storeId())
                        .then(store -> write(store.id(), form, StoreEndpoint.origin(call))));
    }

    private Outcome<WrittenModelView> write(String tenantId, WriteModelView form, Origin origin) {
        return switch (models.write(tenantId, new ModelSource.Tree(form.tree()), origin)) {
            case ModelWriting.Written(var stored) -> Outcome.done(new WrittenModelView(stored.id()));
            case ModelWriting.Refused(var faults) ->
                new Outcome.Failed<>(Failure.of(
                        ModelForm.code(form),
                        faults.stream().map(Object::toString).toList()));
            case ModelWriting.Good _ -> throw new IllegalStateException("it was to be written, not only to be judged");
        };
    }

    private Answer<ModelPageView> list(Call<ModelPagingView, None, Actor> call) {
        var paging = call.parameters();
        var before = paging.continuationToken().map(ContinuationToken::parseId);
        if (before.isPresent() && before.get().isEmpty()) return OpenFgaProblems.refused(ContinuationToken.FOREIGN);
        return OpenFgaProblems.answer(access.toAsk(call.who(), paging.storeId())
                .map(store -> page(store.id(), before.flatMap(id -> id), paging.pageSize())));
    }

    private ModelPageView page(String tenantId, Optional<String> before, int size) {
        var oneMore = models.history(tenantId, before, size + 1);
        var page = oneMore.stream().limit(size).map(StoredModel.Version::id).toList();
        var trees = page.stream()
                .flatMap(id -> models.find(tenantId, id).flatMap(AskedModel::own).stream())
                .map(StoreModelEndpoint::tree)
                .toList();
        return new ModelPageView(trees, oneMore.size() > page.size() ? ContinuationToken.of(page.getLast()) : "");
    }

    private Answer<StoredModelView> show(Call<ModelParameterView, None, Actor> call) {
        var id = call.parameters().authorizationModelId();
        return OpenFgaProblems.answer(access.toAsk(call.who(), call.parameters().storeId())
                .then(store -> models.find(store.id(), id)
                        .flatMap(AskedModel::own)
                        .map(stored -> Outcome.done(new StoredModelView(tree(stored))))
                        .orElseGet(() -> StoreQuestions.noSuchModel(id))));
    }

    private static Map<String, Object> tree(StoredModel stored) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", stored.id());
        tree.putAll(ModelTree.write(stored.model()));
        return tree;
    }
}
