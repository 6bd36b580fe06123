package dev.gatehouse.authzen;

import static dev.gatehouse.authzen.Scenes.BETH;
import static dev.gatehouse.authzen.Scenes.JERRY;
import static dev.gatehouse.authzen.Scenes.MORTY;
import static dev.gatehouse.authzen.Scenes.RICK;
import static dev.gatehouse.authzen.Scenes.SUMMER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The answers that the working group's interoperability events expect, asked of the engine itself.
class InteroperabilityTest {

    private static final Map<String, String> CAST =
            Map.of("rick", RICK, "morty", MORTY, "summer", SUMMER, "beth", BETH, "jerry", JERRY);

    /// @spec https://authzen-interop.net/docs/scenarios/todo-1.1/ AuthZEN interop: Todo
    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "rick,   can_read_user,   user:beth@the-smiths.com, true",
        "jerry,  can_read_user,   user:beth@the-smiths.com, true",
        "rick,   can_read_todos,  todo:todo-1,  true",
        "beth,   can_read_todos,  todo:todo-1,  true",
        "rick,   can_create_todo, todo:todo-1,  true",
        "morty,  can_create_todo, todo:todo-1,  true",
        "summer, can_create_todo, todo:todo-1,  true",
        "beth,   can_create_todo, todo:todo-1,  false",
        "jerry,  can_create_todo, todo:todo-1,  false",
        "rick,   can_update_todo, todo:of-rick, true",
        "rick,   can_update_todo, todo:of-morty, true",
        "morty,  can_update_todo, todo:of-rick, false",
        "morty,  can_update_todo, todo:of-morty, true",
        "summer, can_update_todo, todo:of-rick, false",
        "beth,   can_update_todo, todo:of-beth, false",
        "rick,   can_delete_todo, todo:of-morty, true",
        "morty,  can_delete_todo, todo:of-rick, false",
        "morty,  can_delete_todo, todo:of-morty, true",
        "beth,   can_delete_todo, todo:of-beth, false",
        "jerry,  can_delete_todo, todo:of-rick, false"
    })
    void todo(String who, String action, String resource, boolean expected) {
        assertThat(permits(Scenes.TODO, "user", who, action, resource)).isEqualTo(expected);
    }

    /// @spec https://authzen-interop.net/docs/scenarios/api-gateway/ AuthZEN interop: API gateway
    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "rick,  GET,    'route:/users/{userId}', true",
        "jerry, GET,    'route:/users/{userId}', true",
        "beth,  GET,    'route:/todos',          true",
        "rick,  POST,   'route:/todos',          true",
        "beth,  POST,   'route:/todos',          false",
        "morty, PUT,    'route:/todos/{todoId}', true",
        "jerry, PUT,    'route:/todos/{todoId}', false",
        "summer, DELETE, 'route:/todos/{todoId}', true",
        "beth,  DELETE, 'route:/todos/{todoId}', false"
    })
    void gateway(String who, String method, String route, boolean expected) {
        assertThat(permits(Scenes.GATEWAY, "identity", who, method, route)).isEqualTo(expected);
    }

    /// @spec https://authzen-interop.net/docs/scenarios/search/ AuthZEN interop: search
    @ParameterizedTest(name = "who may {1} {0}: {2}")
    @CsvSource({
        "101, view, alice bob carol dan",
        "101, edit, alice",
        "101, delete, alice",
        "105, view, alice bob carol dan erin",
        "107, view, alice dan",
        "110, edit, alice dan",
        "112, view, alice bob carol dan felix",
        "115, view, alice carol dan erin",
        "115, edit, carol dan",
        "120, view, alice bob dan felix",
        "999, view, ''"
    })
    void who(String record, String action, String expected) {
        assertThat(found(new Search.Subjects(open("", action, record)))).isEqualTo(words(expected));
    }

    @ParameterizedTest(name = "what may {0} {1}: {2}")
    @CsvSource({
        "alice, edit, 101 107 110 113 119",
        "alice, delete, 101 107 113 119",
        "bob, view, 101 102 103 105 108 112 114 116 117 119 120",
        "bob, edit, 102 108 114 120",
        "carol, view, 101 102 103 105 108 109 112 115 116 117 119",
        "dan, edit, 104 110 115 116",
        "erin, view, 105 111 115 117",
        "felix, view, 104 106 109 111 112 114 118 120",
        "nobody, view, ''"
    })
    void toWhat(String who, String action, String expected) {
        assertThat(found(new Search.Resources(open(who, action, "")))).isEqualTo(words(expected));
    }

    @Test
    void managers_view_everything() {
        var all = IntStream.rangeClosed(101, 120).mapToObj(Integer::toString).toList();
        for (var manager : List.of("alice", "dan"))
            assertThat(found(new Search.Resources(open(manager, "view", "")))).isEqualTo(all);
    }

    @ParameterizedTest(name = "what may {0} do to {1}: {2}")
    @CsvSource({
        "alice, 101, delete edit view",
        "alice, 102, view",
        "alice, 110, edit view",
        "bob, 101, view",
        "bob, 104, ''",
        "carol, 115, delete edit view",
        "dan, 115, edit view",
        "felix, 107, ''"
    })
    void whichActions(String who, String record, String expected) {
        assertThat(found(new Search.Actions(open(who, "", record)))).isEqualTo(words(expected));
    }

    /// @spec https://authzen-interop.net/docs/scenarios/idp/ AuthZEN interop: identity provider
    @ParameterizedTest(name = "a token for {0}, a {1}: {2}")
    @CsvSource({"alice, manager, true", "bob, editor, true", "carol, contractor, false"})
    void issuance(String who, String role, boolean expected) {
        var subject = new Entity("user", who, Map.of("role", role, "balance", 60));
        var question = new Evaluation(subject, Action.of("issue"), Entity.of("application", "DemoApp"), Map.of());

        assertThat(new Decisions(Scenes.ISSUANCE.permissions()).decide(question).permits())
                .isEqualTo(expected);
    }

    /// Whatever is found is permitted, and whatever is permitted is found.
    @Test
    void searches_and_evaluations_agree() {
        var decisions = new Decisions(Scenes.SEARCH.permissions());
        for (var who : List.of("alice", "bob", "carol", "dan", "erin", "felix"))
            for (var action : List.of("view", "edit", "delete")) {
                var found = found(new Search.Resources(open(who, action, "")));
                for (var record = 101; record <= 120; record++) {
                    var id = Integer.toString(record);
                    assertThat(found.contains(id))
                            .as("%s %s %s", who, action, id)
                            .isEqualTo(decisions.decide(open(who, action, id)).permits());
                    assertThat(found(new Search.Subjects(open("", action, id))).contains(who))
                            .isEqualTo(found.contains(id));
                }
            }
    }

    private static boolean permits(Scene scene, String type, String who, String action, String resource) {
        var colon = resource.indexOf(':');
        return new Decisions(scene.permissions())
                .decide(new Evaluation(
                        Entity.of(type, CAST.get(who)),
                        Action.of(action),
                        Entity.of(resource.substring(0, colon), resource.substring(colon + 1)),
                        Map.of()))
                .permits();
    }

    private static List<String> found(Search search) {
        return ((Found.All) new Searches(Scenes.SEARCH.permissions()).find(search)).ids();
    }

    private static Evaluation open(String who, String action, String record) {
        return new Evaluation(Entity.of("user", who), Action.of(action), Entity.of("record", record), Map.of());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
