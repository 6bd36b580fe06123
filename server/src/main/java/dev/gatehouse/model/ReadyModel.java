package dev.gatehouse.model;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.ModelReading;
import dev.gatehouse.permissions.model.ModelText;

/// The model that is there from the beginning, so that nobody has to learn a language to give somebody a
/// right: people, clients, groups, and roles that are given everywhere or on one thing.
public final class ReadyModel {

    private static final String TEXT = """
            model
              schema 1.1

            type person

            type client

            type group
              relations
                define member: [person, client, group#member]

            type role
              relations
                define holder: [person, client, group#member]
                define includes: [person:* with lists_action, client:* with lists_action]
                define allowed: holder and includes

            type assignment
              relations
                define role: [role]
                define holder: [person, client, group#member]
                define includes: includes from role
                define allowed: holder and includes

            type thing
              relations
                define assignment: [assignment]
                define role: [role]
                define within: [thing]
                define may: allowed from assignment or allowed from role or may from within

            condition lists_action(action: string, actions: list<string>) {
              action in actions
            }
            """;

    public static final AuthorizationModel MODEL = read();

    private ReadyModel() {}

    private static AuthorizationModel read() {
        return switch (ModelText.read(TEXT)) {
            case ModelReading.Read(var model) -> model;
            case ModelReading.Refused(var faults) -> throw new IllegalStateException(faults.toString());
        };
    }
}
