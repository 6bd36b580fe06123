package dev.gatehouse.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.model.ModelSource;
import dev.gatehouse.model.ModelWriting;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.Changes;
import dev.gatehouse.relation.ConsistencyToken;
import dev.gatehouse.relation.WriteResult;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Application;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.util.List;
import java.util.Map;

/// A house with a scene in it, and a gateway that may ask about it.
final class AskedHouse implements AutoCloseable {

    static final Origin HAND = Origin.SERVER;

    final TestHouse house;
    final Caller administrator;
    final Application gateway;
    final Caller asker;

    AskedHouse(TestDatabase on, Scene scene) {
        this(TestHouse.on(on), scene);
    }

    private AskedHouse(TestHouse house, Scene scene) {
        this.house = house;
        administrator = house.administrator("alice").signedIn();
        gateway = new Application(house, administrator, "gateway", Map.of());
        asker = house.caller().authorized(gateway.proof().toHTTPAuthorizationHeader());
        var written = house.house().models().write(Tenant.MAIN, new ModelSource.Text(scene.model()), HAND);
        assertThat(written).isInstanceOf(ModelWriting.Written.class);
        write(Relationship.of("gatehouse:main", "ask", "client:gateway"));
        write(scene.relationships());
    }

    ConsistencyToken write(Relationship... relationships) {
        return write(List.of(relationships));
    }

    ConsistencyToken write(List<Relationship> relationships) {
        var token = house.house().relationships().newest(Tenant.MAIN);
        for (var from = 0; from < relationships.size(); from += Changes.MOST) {
            var part = relationships.subList(from, Math.min(relationships.size(), from + Changes.MOST));
            token = change(Changes.write(part.toArray(Relationship[]::new)));
        }
        return token;
    }

    ConsistencyToken change(Changes changes) {
        var result = house.house().relationships().write(Tenant.MAIN, changes, HAND);
        if (result instanceof WriteResult.Written(var token)) return token;
        throw new AssertionError(result.toString());
    }

    Reply evaluate(String json) {
        return asker.post("/access/v1/evaluation", json);
    }

    Reply evaluateAll(String json) {
        return asker.post("/access/v1/evaluations", json);
    }

    /// @param what `subject`, `resource` or `action`
    Reply search(String what, String json) {
        return asker.post("/access/v1/search/" + what, json);
    }

    @Override
    public void close() {
        house.close();
    }
}
