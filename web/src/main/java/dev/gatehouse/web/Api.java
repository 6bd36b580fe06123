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
    private final List<Operation<?, ?, ?, ?>> operations;
    private final ErrorFormat errors;

    Api() {
        this(new ArrayList<>(), ErrorFormat.PROBLEM);
    }

    private Api(List<Operation<?, ?, ?, ?>> operations, ErrorFormat errors) {
        this.operations = operations;
        this.errors = errors;
    }

    /// The same API for operations that say no in a format of their own.
    public Api errorsAs(ErrorFormat format) {
        return new Api(operations, format);
    }

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

    /// Takes the same form by GET, in the query, and by POST, in the body.
    public Operation<None, None, None, None> getOrPost(String path) {
        return new Operation<>(this, List.of("GET", "POST"), PathTemplate.parse(path), errors);
    }

    private Operation<None, None, None, None> operation(String method, String path) {
        return new Operation<>(this, List.of(method), PathTemplate.parse(path), errors);
    }

    void add(Operation<?, ?, ?, ?> operation) {
        operations.add(operation);
    }

    List<Operation<?, ?, ?, ?>> operations() {
        return List.copyOf(operations);
    }
}
