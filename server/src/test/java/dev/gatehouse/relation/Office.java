package dev.gatehouse.relation;

import dev.gatehouse.permissions.cel.CelCompilation;
import dev.gatehouse.permissions.cel.CelExpression;
import dev.gatehouse.permissions.cel.CelType;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.Condition;
import dev.gatehouse.permissions.model.DirectType;
import dev.gatehouse.permissions.model.Relation;
import dev.gatehouse.permissions.model.Rewrite;
import dev.gatehouse.permissions.model.Type;
import java.util.List;
import java.util.Map;

/// An office with people, groups, folders and documents: the model of this room's tests.
final class Office {

    static final AuthorizationModel MODEL = AuthorizationModel.of(
            List.of(
                    Type.of("person", List.of()),
                    Type.of("group", List.of(direct("member", person(), DirectType.userset("group", "member")))),
                    Type.of("folder", List.of(direct("viewer", person(), DirectType.userset("group", "member")))),
                    Type.of(
                            "document",
                            List.of(
                                    direct("parent", DirectType.of("folder")),
                                    direct("editor", person()),
                                    direct(
                                            "viewer",
                                            person(),
                                            DirectType.everybody("person"),
                                            DirectType.userset("group", "member"),
                                            DirectType.of("person").with("until")),
                                    direct("signer", DirectType.of("person").with("until")),
                                    new Relation("reader", new Rewrite.ComputedUserset("viewer"), List.of())))),
            List.of(new Condition("until", until()), new Condition("somewhere", until())));

    private Office() {}

    private static CelExpression until() {
        var compiled = CelExpression.compile(
                "now < expires", Map.of("now", CelType.Simple.TIMESTAMP, "expires", CelType.Simple.TIMESTAMP));
        if (compiled instanceof CelCompilation.Compiled(var expression)) return expression;
        throw new AssertionError(compiled);
    }

    private static DirectType person() {
        return DirectType.of("person");
    }

    private static Relation direct(String name, DirectType... types) {
        return new Relation(name, new Rewrite.This(), List.of(types));
    }
}
