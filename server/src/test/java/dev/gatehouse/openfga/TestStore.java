package dev.gatehouse.openfga;

import dev.gatehouse.permissions.model.ModelReading;
import dev.gatehouse.permissions.model.ModelText;
import dev.gatehouse.permissions.model.ModelTree;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A store, and somebody who calls it.
record TestStore(Caller caller, String id, String model) {

    /// An office: people in groups, folders in which documents lie, and what depends on the hour.
    static final String OFFICE = """
            model
              schema 1.1

            type person

            type group
              relations
                define member: [person, group#member]

            type folder
              relations
                define viewer: [person, group#member]

            type document
              relations
                define parent: [folder]
                define editor: [person, person with until]
                define blocked: [person]
                define viewer: [person, person:*, group#member] or editor or viewer from parent
                define reader: viewer but not blocked

            condition until(now: timestamp, end: timestamp) {
              now < end
            }
            """;

    static TestStore make(Caller caller, String name) {
        var made = caller.post("/openfga/stores", Json.object("name", name));
        if (made.status() != 201) throw new AssertionError(made.toString());
        return new TestStore(caller, made.text("/id"), "");
    }

    /// With the office's model.
    static TestStore office(Caller caller) {
        var store = make(caller, "office");
        return new TestStore(caller, store.id, store.write(OFFICE).text("/authorization_model_id"));
    }

    TestStore as(Caller other) {
        return new TestStore(other, id, model);
    }

    Reply write(String text) {
        if (!(ModelText.read(text) instanceof ModelReading.Read(var read))) throw new AssertionError(text);
        return post("/authorization-models", ModelTree.write(read));
    }

    Reply get(String path) {
        return caller.get("/openfga/stores/" + id + path);
    }

    Reply post(String path, Map<String, ?> body) {
        return post(path, Json.write(body));
    }

    Reply post(String path, String body) {
        return caller.post("/openfga/stores/" + id + path, body);
    }

    Reply put(String path, Map<String, ?> body) {
        return caller.put("/openfga/stores/" + id + path, Json.write(body));
    }

    /// Writes relationships as people write them, `document:charter#viewer@person:bob`.
    Reply tuples(String... tuples) {
        return post("/write", Map.of("writes", Map.of("tuple_keys", keys(tuples))));
    }

    Reply delete(String... tuples) {
        return post("/write", Map.of("deletes", Map.of("tuple_keys", keys(tuples))));
    }

    boolean allows(String tuple) {
        var reply = post("/check", Map.of("tuple_key", key(tuple)));
        if (reply.status() != 200) throw new AssertionError(reply.toString());
        return reply.json().get("allowed").asBoolean();
    }

    static List<Map<String, Object>> keys(String... tuples) {
        return List.of(tuples).stream().map(TestStore::key).toList();
    }

    static Map<String, Object> key(String tuple) {
        var hash = tuple.indexOf('#');
        var at = tuple.indexOf('@');
        var key = new LinkedHashMap<String, Object>();
        key.put("user", tuple.substring(at + 1));
        key.put("relation", tuple.substring(hash + 1, at));
        key.put("object", tuple.substring(0, hash));
        return key;
    }

    static Map<String, Object> until(String tuple, Map<String, Object> context) {
        var key = key(tuple);
        key.put("condition", Map.of("name", "until", "context", context));
        return key;
    }

    /// `400 validation_error`.
    static String refusal(Reply reply) {
        return reply.status() + " " + reply.text("/code");
    }
}
