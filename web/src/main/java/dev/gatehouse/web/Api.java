package dev.gatehouse.web;

import java.util.ArrayList;
import java.util.List;

/// The operations of a server. Each room mounts its own:
///
/// ```java
/// api.post("/v1/accounts").summary("Register an account")
///    .takes(Registration.class).answers(201, AccountView.class).refuses(EMAIL_TAKEN)
///    .to(this::register);
/// ```
public final class Api {
    private final List<Operation<?, ?, ?, ?>> operations = new ArrayList<>();

    Api() {}

    public Operation<None, None, None, None> get(String path) {
        return operation("GET", path);
    }

    public Operation<None, None, None, None> post(String path) {
        return operation("POST", path);
    }

    public Operation<None, None, None, None> put(String path) {
        return operation("PUT", path);
    }

    public Operation<None, None, None, None> patch(String path) {
        return operation("PATCH", path);
    }

    public Operation<None, None, None, None> delete(String path) {
        return operation("DELETE", path);
    }

    private Operation<None, None, None, None> operation(String method, String path) {
        return new Operation<>(this, method, PathTemplate.parse(path));
    }

    void add(Operation<?, ?, ?, ?> operation) {
        operations.add(operation);
    }

    List<Operation<?, ?, ?, ?>> operations() {
        return List.copyOf(operations);
    }
}
