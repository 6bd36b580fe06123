package dev.gatehouse.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/// Makes an `operationId` from a route: `PATCH /v1/accounts/{id}` becomes `patchAccountsById`.
final class OperationId {
    private OperationId() {}

    static String of(String method, PathTemplate path) {
        var name = new StringBuilder(method.toLowerCase(Locale.ROOT));
        for (var segment : path.segments()) {
            switch (segment) {
                case PathTemplate.Literal(var text) when text.matches("v[0-9]+") -> {}
                case PathTemplate.Literal(var text) -> append(name, text);
                case PathTemplate.Parameter(var parameter) -> append(name.append("By"), parameter);
            }
        }
        return name.toString();
    }

    /// What stands in no document needs no id of its own.
    ///
    /// @throws IllegalArgumentException when two operations share an id: a client generator could not tell them
    /// apart
    static void refuseTwins(List<Operation<?, ?, ?, ?>> operations) {
        var byId = new HashMap<String, Operation<?, ?, ?, ?>>();
        for (var operation : operations) {
            if (operation.isHidden()) continue;
            for (var method : operation.methods()) {
                var twin = byId.putIfAbsent(operation.operationId(method), operation);
                if (twin == null) continue;
                throw new IllegalArgumentException("two operations with the id '" + operation.operationId(method)
                        + "': " + twin + " and " + operation);
            }
        }
    }

    /// `GET` becomes `Get`.
    static String capitalised(String method) {
        return method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
    }

    private static void append(StringBuilder name, String text) {
        for (var word : text.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty())
                name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
    }
}
