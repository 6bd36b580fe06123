package dev.gatehouse.openfga;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.model.AskedModel;
import dev.gatehouse.model.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps what somebody expects models to answer. Nothing of it is asked here: it is kept for those who test
/// models.
public final class Assertions {

    private static final String NONE = "[]";

    private final AssertionStore store = new AssertionStore();
    private final Database database;
    private final AuditLog audit;
    private final Models models;

    public Assertions(Database database, AuditLog audit, Models models) {
        this.database = database;
        this.audit = audit;
        this.models = models;
    }

    /// Puts some in the place of those that there were.
    ///
    /// @param json the same as an array, to be read again
    Outcome<String> write(String tenantId, String modelId, List<Expectation> expectations, String json, Origin origin) {
        var model = models.find(tenantId, modelId).map(AskedModel::whole);
        if (model.isEmpty()) return StoreQuestions.noSuchModel(modelId);
        var faults = new ArrayList<String>();
        for (var i = 0; i < expectations.size(); i++)
            faults.addAll(expectations.get(i).faults(model.get(), "assertions/" + i));
        if (!faults.isEmpty()) return new Outcome.Failed<>(Failure.of(FailureCode.VALIDATION_ERROR, faults));
        database.run(tx -> {
            store.put(tx, tenantId, modelId, json);
            audit.append(tx, new AuditEvent(tenantId, "assertions.written", modelId, origin));
        });
        return Outcome.done(json);
    }

    /// @return a JSON array; empty if nobody wrote any, whether there is such a model or not
    String read(String tenantId, String modelId) {
        Optional<String> found = database.read(tx -> store.find(tx, tenantId, modelId));
        return found.orElse(NONE);
    }
}
