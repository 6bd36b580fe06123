package dev.gatehouse.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.notice.Notices;
import dev.gatehouse.notice.Topic;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.ModelFault;
import dev.gatehouse.permissions.model.ModelModules;
import dev.gatehouse.permissions.model.ModelReading;
import dev.gatehouse.permissions.model.ModelText;
import dev.gatehouse.permissions.model.ModelTree;
import dev.gatehouse.permissions.model.Place;
import dev.gatehouse.secret.Ulid;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Judges and keeps the models of tenants, and says which one questions are asked of.
public final class Models {

    private static final ModelFault OURS = new ModelFault(
            new Place.InTree(""),
            "The type `gatehouse` is this server's own, and its rights are always as they are; call yours otherwise.",
            ReadyModel.GATEHOUSE,
            List.of());

    private final ModelStore store = new ModelStore();
    private final ModelCache cache = new ModelCache();
    private final Database database;
    private final AuditLog audit;
    private final Notices notices;
    private final Function<String, AuthorizationModel> builtIn;

    /// @param builtIn what a tenant has beneath its own model, always the same; its types need not be defined
    public Models(Database database, AuditLog audit, Notices notices, Function<String, AuthorizationModel> builtIn) {
        this.database = database;
        this.audit = audit;
        this.notices = notices;
        this.builtIn = builtIn;
        notices.listen(Topic.MODELS, cache::forgetCurrent);
    }

    /// Whether a model is good for a tenant, without writing it.
    public ModelWriting judge(String tenantId, ModelSource source) {
        return switch (read(tenantId, source)) {
            case ModelReading.Read(var model)
            when touchesOurs(tenantId, model) -> new ModelWriting.Refused(List.of(OURS));
            case ModelReading.Read(var model) -> new ModelWriting.Good(JudgedModel.of(model));
            case ModelReading.Refused(var faults) -> new ModelWriting.Refused(faults);
        };
    }

    /// Writes a model, if it is good, as the tenant's current one.
    public ModelWriting write(String tenantId, ModelSource source, Origin origin) {
        var judgement = judge(tenantId, source);
        if (!(judgement instanceof ModelWriting.Good(var judged))) return judgement;
        return new ModelWriting.Written(database.write(tx -> write(tx, tenantId, judged, origin)));
    }

    /// Writes a model that was judged, together with whatever else is done in the transaction.
    ///
    /// Call it last, for the audit record's sake.
    public StoredModel write(Tx tx, String tenantId, JudgedModel judged, Origin origin) {
        // First, for it makes two writers take turns: each sees the other's version, and the later one is current.
        notices.post(tx, Topic.MODELS);
        var id = Ulid.after(store.newest(tx, tenantId), tx.now());
        var stored = new StoredModel(tenantId, id, judged.model(), tx.now(), origin.actor());
        store.add(tx, ModelRow.of(stored, judged.json()));
        audit.append(tx, new AuditEvent(tenantId, "model.written", id, origin));
        return stored;
    }

    /// One version, as questions that name it are asked of it. A version that another node has just written
    /// is found.
    public Optional<AskedModel> find(String tenantId, String id) {
        if (!Ulid.isPossible(id)) return Optional.empty();
        return cache.find(
                tenantId,
                id,
                () -> database.read(tx -> store.find(tx, tenantId, id))
                        .map(ModelRow::restored)
                        .map(this::asked));
    }

    /// What questions are asked of that name no version. This node knows its own writes at once, and others'
    /// within a second.
    public AskedModel current(String tenantId) {
        return cache.current(tenantId, () -> database.read(tx -> load(tx, tenantId)));
    }

    /// What is current in the eyes of a transaction. That can be the past already, so it is not remembered;
    /// but if it is newer than what is, that is forgotten: what a relationship was just written by, the next
    /// question is asked of.
    public AskedModel current(ReadTx tx, String tenantId) {
        var seen = load(tx, tenantId);
        seen.own().ifPresent(own -> cache.forgetOlder(tenantId, own.id()));
        return seen;
    }

    /// What is current wherever it was written, for questions that want nothing less.
    public AskedModel newest(String tenantId) {
        return database.read(tx -> current(tx, tenantId));
    }

    private AskedModel load(ReadTx tx, String tenantId) {
        return store.newest(tx, tenantId)
                .flatMap(id -> cache.find(
                        tenantId,
                        id,
                        () -> store.find(tx, tenantId, id)
                                .map(ModelRow::restored)
                                .map(this::asked)))
                .orElseGet(() -> new AskedModel(Optional.empty(), builtIn.apply(tenantId)));
    }

    /// @param before only versions that are older than this one
    /// @return the newest first, `limit` at most
    public List<StoredModel.Version> history(String tenantId, Optional<String> before, int limit) {
        return database.read(tx -> store.versions(tx, tenantId, before, limit));
    }

    /// Removes some of a tenant's models for good: for a tenant that is gone.
    ///
    /// @return how many were removed; fewer than `most` when none is left
    public int erase(Tx tx, String tenantId, int most) {
        return store.erase(tx, tenantId, most);
    }

    /// This is the place where a tenant's own model and what is built in become one.
    private AskedModel asked(StoredModel stored) {
        return new AskedModel(Optional.of(stored), whole(stored.tenantId(), stored.model()));
    }

    /// A model of a tenant together with what is built in, as questions are asked of it.
    public AuthorizationModel whole(String tenantId, AuthorizationModel own) {
        return own.over(builtIn.apply(tenantId));
    }

    private boolean touchesOurs(String tenantId, AuthorizationModel model) {
        return model.type(ReadyModel.GATEHOUSE).isPresent()
                && builtIn.apply(tenantId).type(ReadyModel.GATEHOUSE).isPresent();
    }

    private ModelReading read(String tenantId, ModelSource source) {
        var beneath = builtIn.apply(tenantId);
        return switch (source) {
            case ModelSource.Text(var text) -> ModelText.read(text, beneath);
            case ModelSource.Modules(var modules) -> ModelModules.read(modules, beneath);
            case ModelSource.Tree(var tree) -> ModelTree.read(tree, beneath);
            case ModelSource.Json(var json) -> read(json, beneath);
        };
    }

    private static ModelReading read(String json, AuthorizationModel beneath) {
        try {
            return ModelTree.read(ModelJson.parse(json), beneath);
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            return new ModelReading.Refused(List.of(new ModelFault(
                    new Place.InText(at.getLineNr(), at.getColumnNr()),
                    "This is no JSON: " + malformed.getOriginalMessage() + ".",
                    "",
                    List.of())));
        }
    }
}
