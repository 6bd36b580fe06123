package dev.gatehouse.openfga;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.model.AskedModel;
import dev.gatehouse.model.Models;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.ChangeFault;
import dev.gatehouse.relation.ChangeFault.Kind.OfChanges;
import dev.gatehouse.relation.ChangeFault.Kind.OfRelationship;
import dev.gatehouse.relation.ChangeFault.Kind.OfState;
import dev.gatehouse.relation.Changes;
import dev.gatehouse.relation.ConsistencyToken;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.relation.WriteResult;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes tuples, by OpenFGA's rules where these are stricter than ours.
public final class TupleWrites {

    private final Relationships relationships;
    private final Models models;

    public TupleWrites(Relationships relationships, Models models) {
        this.relationships = relationships;
        this.models = models;
    }

    /// @param modelId the model that writes must fit; the current one if it is empty
    Outcome<ConsistencyToken> write(String tenantId, Optional<String> modelId, Changes changes, Origin origin) {
        return model(tenantId, modelId).then(model -> write(tenantId, model, changes, origin));
    }

    private Outcome<ConsistencyToken> write(String tenantId, AuthorizationModel model, Changes changes, Origin origin) {
        if (changes.writes().isEmpty() && changes.deletes().isEmpty())
            return Outcome.failed(FailureCode.INVALID_WRITE_INPUT, "Name at least one tuple in writes or in deletes.");
        var twice = twice(changes);
        if (twice.isPresent())
            return Outcome.failed(
                    FailureCode.CANNOT_ALLOW_DUPLICATE_TUPLES_IN_ONE_REQUEST,
                    twice.get() + " is named twice in this request");
        var implicit = changes.writes().stream().filter(TupleWrites::isImplicit).findFirst();
        if (implicit.isPresent())
            return Outcome.failed(
                    FailureCode.VALIDATION_ERROR,
                    implicit.get() + " says that the members of something are its members: that is so by itself");
        return result(relationships.write(tenantId, changes, model, origin), changes);
    }

    /// There must be one, although what is deleted need not fit it.
    private Outcome<AuthorizationModel> model(String tenantId, Optional<String> modelId) {
        var model = modelId.map(id -> models.find(tenantId, id))
                .orElseGet(() -> Optional.of(models.newest(tenantId)))
                .map(AskedModel::whole);
        if (model.isEmpty()) return StoreQuestions.noSuchModel(modelId.orElseThrow());
        if (model.get().types().isEmpty())
            return Outcome.failed(
                    FailureCode.LATEST_AUTHORIZATION_MODEL_NOT_FOUND,
                    "The store " + StoreId.ofTenant(tenantId) + " has no authorization model yet; write one first.");
        return Outcome.done(model.get());
    }

    private static Optional<String> twice(Changes changes) {
        var seen = new HashSet<String>();
        return Stream.concat(changes.writes().stream(), changes.deletes().stream())
                .map(each -> each.object() + "#" + each.relation() + "@" + each.user())
                .filter(key -> !seen.add(key))
                .findFirst();
    }

    private static boolean isImplicit(Relationship tuple) {
        return tuple.user().equals(Names.userset(tuple.object(), tuple.relation()));
    }

    private static Outcome<ConsistencyToken> result(WriteResult result, Changes changes) {
        return switch (result) {
            case WriteResult.Written(var token) -> Outcome.done(token);
            case WriteResult.Invalid(var faults) -> failed(faults, changes);
            case WriteResult.Conflict(var faults) -> failed(faults, changes);
        };
    }

    private static Outcome<ConsistencyToken> failed(List<ChangeFault> faults, Changes changes) {
        var sentences = faults.stream().map(TupleWrites::sentence).toList();
        return new Outcome.Failed<>(Failure.of(code(faults.getFirst().kind(), changes), sentences));
    }

    private static String sentence(ChangeFault fault) {
        return fault.place().isEmpty() ? fault.message() : fault.place() + ": " + fault.message();
    }

    private static FailureCode code(ChangeFault.Kind kind, Changes changes) {
        return switch (kind) {
            case OfRelationship _ -> FailureCode.VALIDATION_ERROR;
            case OfChanges whole ->
                switch (whole) {
                    case EMPTY -> FailureCode.INVALID_WRITE_INPUT;
                    case TOO_MANY -> FailureCode.EXCEEDED_ENTITY_LIMIT;
                    case DUPLICATE -> FailureCode.CANNOT_ALLOW_DUPLICATE_TUPLES_IN_ONE_REQUEST;
                    case TOO_WIDE -> FailureCode.VALIDATION_ERROR;
                };
            case OfState state ->
                switch (state) {
                    case EXISTS, DOES_NOT_EXIST, PRECONDITION -> FailureCode.WRITE_FAILED_DUE_TO_INVALID_INPUT;
                    // Whoever ignores what is there already must still learn that it is not the same.
                    case DIFFERS ->
                        changes.mayExist() ? FailureCode.ABORTED : FailureCode.WRITE_FAILED_DUE_TO_INVALID_INPUT;
                };
        };
    }
}
