package dev.gatehouse.model;

import static dev.gatehouse.model.ModelProblems.MODEL_FAULTY;
import static dev.gatehouse.model.ModelProblems.NO_SUCH_MODEL;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.ModelFault;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Refusal;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Fault;
import dev.gatehouse.web.shape.Spread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// The doors through which a tenant's model is written and read.
public final class ModelEndpoint {

    private final Models models;
    private final BiFunction<String, AuthorizationModel, List<LeftBehind>> leftBehind;
    private final Guard<Actor> administrator;

    /// @param leftBehind which relationships of a tenant a model does not allow
    public ModelEndpoint(
            Models models,
            BiFunction<String, AuthorizationModel, List<LeftBehind>> leftBehind,
            Guard<Actor> administrator) {
        this.models = models;
        this.leftBehind = leftBehind;
        this.administrator = administrator;
    }

    @Doc("A model, as `text` or as `model`.")
    record ModelOffer(
            @Doc(value = "In OpenFGA's language.", example = "model\n  schema 1.1\n\ntype person\n")
            Optional<String> text,

            @Doc("As OpenFGA's JSON.") Optional<Map<String, Object>> model,

            @Doc("Whether it is only judged: nothing is written, and the answer is 200.") @DefaultValue("false")
            boolean dryRun) {}

    @Doc("A model that was written or judged, and what becomes of the relationships that are there.")
    record WrittenModelView(
            @Spread ModelView version,

            @Doc("Relationships that the model does not know or does not allow. They stay and decide nothing.")
            List<LeftBehindView> leftBehind) {}

    record Paging(
            @Min(1) @Max(200) @DefaultValue("50") int limit,
            @Doc("The `next` of the page before.") Optional<@Size(max = 26) String> after) {}

    @Doc("That there is a version; ask for it by its id.")
    record VersionView(
            String id,
            Instant createdAt,
            @Doc("Who wrote it.") Optional<String> createdBy) {
        static VersionView of(StoredModel.Version version) {
            return new VersionView(version.id(), version.createdAt(), version.createdBy());
        }
    }

    @Doc("One page of versions, the newest first.")
    record VersionPage(
            List<VersionView> models,

            @Doc("Send it as `after` to get the next page; absent on the last.")
            Optional<String> next) {}

    record ById(String modelId) {}

    public void mount(Api api) {
        api.post("/v1/models")
                .tag("Permissions")
                .summary("Write an authorization model; it becomes the current one")
                .requires(administrator)
                .takes(ModelOffer.class)
                .example("""
                        {"text": "model\\n  schema 1.1\\ntype document\\n  relations\\n    define editor: [person, group#member]\\n    define viewer: [person] or editor\\n"}""")
                .answers(201, WrittenModelView.class)
                .answers(200, WrittenModelView.class)
                .refuses(MODEL_FAULTY)
                .to(this::write);
        api.get("/v1/models")
                .tag("Permissions")
                .summary("List the versions of the authorization model")
                .requires(administrator)
                .parameters(Paging.class)
                .answers(200, VersionPage.class)
                .to(this::history);
        api.get("/v1/models/current")
                .tag("Permissions")
                .summary("Show the current authorization model")
                .requires(administrator)
                .answers(200, ModelView.class)
                .refuses(NO_SUCH_MODEL)
                .to(this::current);
        api.get("/v1/models/{model_id}")
                .tag("Permissions")
                .summary("Show a version of the authorization model")
                .requires(administrator)
                .parameters(ById.class)
                .answers(200, ModelView.class)
                .refuses(NO_SUCH_MODEL)
                .to(this::show);
    }

    private Answer<WrittenModelView> write(Call<None, ModelOffer, Actor> call) {
        var offer = call.body();
        if (offer.text().isPresent() == offer.model().isPresent())
            return Answer.invalid(List.of(Fault.inBody("/text", "model", "either text or model must be there")));
        var source = offer.text()
                .<ModelSource>map(ModelSource.Text::new)
                .orElseGet(() -> new ModelSource.Tree(offer.model().orElseThrow()));
        var tenant = call.who().tenantId();
        return switch (offer.dryRun() ? models.judge(tenant, source) : models.write(tenant, source, origin(call))) {
            case ModelWriting.Written(var stored) ->
                Answer.created(
                        new WrittenModelView(ModelView.of(stored), left(tenant, stored.model())),
                        "/v1/models/" + stored.id());
            case ModelWriting.Good(var judged) ->
                Answer.of(200, new WrittenModelView(ModelView.of(judged.model()), left(tenant, judged.model())));
            case ModelWriting.Refused(var faults) -> Answer.refused(refusal(faults));
        };
    }

    private List<LeftBehindView> left(String tenantId, AuthorizationModel own) {
        return leftBehind.apply(tenantId, models.whole(tenantId, own)).stream()
                .map(LeftBehindView::of)
                .toList();
    }

    private static Refusal refusal(List<ModelFault> faults) {
        var first = faults.getFirst();
        return Refusal.of(MODEL_FAULTY, faults.size() == 1 ? first.toString() : first + " There are more faults.")
                .with("faults", faults.stream().map(ModelFaultView::of).toList());
    }

    private Answer<VersionPage> history(Call<Paging, None, Actor> call) {
        var paging = call.parameters();
        var oneMore = models.history(call.who().tenantId(), paging.after(), paging.limit() + 1);
        var page = oneMore.stream().limit(paging.limit()).map(VersionView::of).toList();
        var next = oneMore.size() > page.size() ? Optional.of(page.getLast().id()) : Optional.<String>empty();
        return Answer.of(new VersionPage(page, next));
    }

    private Answer<ModelView> current(Call<None, None, Actor> call) {
        return answer(models.newest(call.who().tenantId()).own(), "None was written yet.");
    }

    private Answer<ModelView> show(Call<ById, None, Actor> call) {
        return answer(
                models.find(call.who().tenantId(), call.parameters().modelId()).flatMap(AskedModel::own),
                "No version has this id.");
    }

    private static Answer<ModelView> answer(Optional<StoredModel> found, String otherwise) {
        return found.map(stored -> Answer.of(ModelView.of(stored)))
                .orElseGet(() -> Answer.refused(NO_SUCH_MODEL, otherwise));
    }

    private static Origin origin(Call<?, ?, Actor> call) {
        return Origin.of(call.remoteAddress(), call.requestId())
                .actingAs(call.who().id());
    }
}
