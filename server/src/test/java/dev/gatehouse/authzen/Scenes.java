package dev.gatehouse.authzen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What the working group's interoperability events and its certification ask a decision point to know,
/// written in our language.
final class Scenes {

    static final String RICK = "CiRmZDA2MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs";
    static final String MORTY = "CiRmZDE2MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs";
    static final String SUMMER = "CiRmZDI2MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs";
    static final String BETH = "CiRmZDM2MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs";
    static final String JERRY = "CiRmZDQ2MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs";

    /// Everybody reads everything; editors make entries and change their own, the admin removes and the evil
    /// genius changes those of others too.
    ///
    /// @spec https://authzen-interop.net/docs/scenarios/todo-1.1/ AuthZEN interop: Todo
    static final Scene TODO = Scene.of(
            """
            model
              schema 1.1

            type user
              relations
                define can_read_user: [user:*]

            type board
              relations
                define admin: [user]
                define evil_genius: [user]
                define editor: [user] or admin or evil_genius
                define viewer: [user] or editor

            type todo
              relations
                define board: [board]
                define owner: [user]
                define can_read_todos: viewer from board
                define can_create_todo: editor from board
                define can_update_todo: evil_genius from board or (owner and editor from board)
                define can_delete_todo: admin from board or (owner and editor from board)
            """,
            "user:beth@the-smiths.com#can_read_user@user:*",
            "user:rick@the-citadel.com#can_read_user@user:*",
            "board:family#admin@user:" + RICK,
            "board:family#evil_genius@user:" + RICK,
            "board:family#editor@user:" + MORTY,
            "board:family#editor@user:" + SUMMER,
            "board:family#viewer@user:" + BETH,
            "board:family#viewer@user:" + JERRY,
            "todo:todo-1#board@board:family",
            "todo:of-rick#board@board:family",
            "todo:of-rick#owner@user:" + RICK,
            "todo:of-morty#board@board:family",
            "todo:of-morty#owner@user:" + MORTY,
            "todo:of-beth#board@board:family",
            "todo:of-beth#owner@user:" + BETH);

    /// A gateway asks for each route by its method.
    ///
    /// @spec https://authzen-interop.net/docs/scenarios/api-gateway/ AuthZEN interop: API gateway
    static final Scene GATEWAY = Scene.of(
            """
            model
              schema 1.1

            type identity

            type role
              relations
                define holder: [identity]

            type route
              relations
                define GET: [identity:*]
                define POST: [role#holder]
                define PUT: [role#holder]
                define DELETE: [role#holder]
            """,
            "role:editor#holder@identity:" + RICK,
            "role:editor#holder@identity:" + MORTY,
            "role:editor#holder@identity:" + SUMMER,
            "route:/users/{userId}#GET@identity:*",
            "route:/todos#GET@identity:*",
            "route:/todos#POST@role:editor#holder",
            "route:/todos/{todoId}#PUT@role:editor#holder",
            "route:/todos/{todoId}#DELETE@role:editor#holder");

    /// An identity provider asks before it issues a token, and says what the person is.
    ///
    /// @spec https://authzen-interop.net/docs/scenarios/idp/ AuthZEN interop: identity provider
    static final Scene ISSUANCE = Scene.of("""
            model
              schema 1.1

            type user

            type application
              relations
                define issue: [user:* with on_the_staff]

            condition on_the_staff(subject_role: string) {
              subject_role in ["manager", "editor"]
            }
            """, "application:DemoApp#issue@user:* with on_the_staff");

    private static final List<String> PEOPLE = List.of(
            "alice manager Sales",
            "bob employee Legal",
            "carol contractor Legal",
            "dan manager Finance",
            "erin employee Finance",
            "felix contractor Accounting");

    /// The departments of the records 101 to 120; their owners are the six people in turn.
    private static final List<String> DEPARTMENTS = List.of(
            "Legal",
            "Legal",
            "Legal",
            "Accounting",
            "Legal",
            "Accounting",
            "Sales",
            "Legal",
            "Accounting",
            "Sales",
            "Accounting",
            "Legal",
            "Sales",
            "Accounting",
            "Finance",
            "Legal",
            "Legal",
            "Accounting",
            "Legal",
            "Accounting");

    /// Twenty records of four departments. What somebody is to a record stands on its dossier, so that the
    /// record itself has actions only.
    ///
    /// @spec https://authzen-interop.net/docs/scenarios/search/ AuthZEN interop: search
    static final Scene SEARCH = search();

    private static Scene search() {
        var relationships = new ArrayList<String>();
        for (var person : PEOPLE) {
            var words = person.split(" ");
            var isManager = words[1].equals("manager");
            relationships.add("department:" + words[2] + "#member@user:" + words[0]);
            if (isManager) relationships.add("department:" + words[2] + "#manager@user:" + words[0]);
            if (isManager) relationships.add("company:all#manager@user:" + words[0]);
        }
        IntStream.range(0, DEPARTMENTS.size()).forEach(index -> {
            var record = "record:" + (101 + index);
            var dossier = "dossier:" + (101 + index);
            var owner = PEOPLE.get(index % PEOPLE.size()).split(" ")[0];
            relationships.add(record + "#dossier@" + dossier);
            relationships.add(dossier + "#owner@user:" + owner);
            relationships.add(dossier + "#department@department:" + DEPARTMENTS.get(index));
            relationships.add(dossier + "#company@company:all");
        });
        return Scene.of("""
                model
                  schema 1.1

                type user

                type company
                  relations
                    define manager: [user]

                type department
                  relations
                    define member: [user]
                    define manager: [user]

                type dossier
                  relations
                    define owner: [user]
                    define department: [department]
                    define company: [company]
                    define reader: owner or member from department or manager from company
                    define writer: owner or manager from department

                type record
                  relations
                    define dossier: [dossier]
                    define view: reader from dossier
                    define edit: writer from dossier
                    define delete: owner from dossier
                """, relationships.toArray(String[]::new));
    }

    /// What the certification's harness expects to be there.
    ///
    /// @spec https://openid.github.io/authzen/ AuthZEN certification scenario, required fixture
    static final Scene CERTIFICATION = Scene.of(
            """
            model
              schema 1.1

            type user

            type team
              relations
                define member: [user]

            type record
              relations
                define reader: [user]
                define writer: [user with not_archived, team#member]
                define read: reader
                define write: writer
                define delete: [user with soft]

            condition not_archived(resource_properties: map<any>) {
              !("status" in resource_properties) || resource_properties["status"] != "archived"
            }

            condition soft(action_soft: bool) {
              action_soft
            }
            """,
            "team:admin#member@user:bob",
            "record:record-1#reader@user:alice",
            "record:record-1#reader@user:bob",
            "record:record-1#writer@user:alice with not_archived",
            "record:record-2#writer@user:alice with not_archived",
            "record:record-2#writer@team:admin#member",
            "record:record-1#delete@user:alice with soft");

    private Scenes() {}
}
