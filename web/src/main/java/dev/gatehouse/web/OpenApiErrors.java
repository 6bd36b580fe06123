package dev.gatehouse.web;

import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Fault;
import dev.gatehouse.web.shape.JsonSchemas;
import dev.gatehouse.web.shape.Shapes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the API documents show a "no": each format is asked for an example of every refusal, so that what is
/// shown is what goes out.
final class OpenApiErrors {
    private static final String REQUEST_ID = "0d2k7c9x4m1v8q3z";

    private final Shapes shapes;
    private final JsonSchemas schemas;

    OpenApiErrors(Shapes shapes, JsonSchemas schemas) {
        this.shapes = shapes;
        this.schemas = schemas;
    }

    /// One refusal as a format writes it.
    record Example(ProblemType type, int status, Object value) {}

    /// The members that every problem has, for the document; what goes out is written by [Problem].
    @Doc("A refusal (RFC 9457). Kinds of refusal may have further members.")
    record ProblemDetails(
            @Doc(value = "The kind, a path on this server that explains it.", example = "/problems/invalid-request")
            String type,

            @Doc("The kind in words.") String title,
            int status,
            @Doc("What to do about this occurrence.") String detail,
            @Doc("The path that was asked for.") String instance,

            @Doc(value = "Names this request; tell it when you ask for help.", example = REQUEST_ID)
            String requestId,

            @Doc("All that is wrong, when the request is invalid.")
            Optional<List<Fault>> errors) {}

    Example example(Operation<?, ?, ?, ?> operation, ProblemType type) {
        var faults = type == Problems.INVALID ? List.of(fault(operation)) : List.<Fault>of();
        var refusal = Refusal.of(type, "What to do about it.");
        var path = operation.path().text();
        return switch (operation.errors()) {
            case ErrorFormat.ProblemFormat() ->
                new Example(type, type.status(), new Problem(refusal, path, REQUEST_ID, faults).members());
            case ErrorFormat.JsonFormat<?>(var _, var write) -> {
                var answer = write.apply(new Denial(refusal, faults, path, REQUEST_ID));
                yield new Example(type, answer.status(), answer.body());
            }
            case ErrorFormat.PageFormat(var _) -> new Example(type, type.status(), "");
        };
    }

    private static Fault fault(Operation<?, ?, ?, ?> operation) {
        return operation.body() == None.class || operation.bodyFormat() == BodyFormat.FORM
                ? Fault.inParameter("colour", "required", "is required")
                : Fault.inBody("/colour", "unknown", "is not known here");
    }

    Map<String, Object> response(ErrorFormat format, List<Example> same) {
        var titles = same.stream().map(one -> one.type().title()).distinct().toList();
        var response = new LinkedHashMap<String, Object>();
        response.put("description", String.join("; or: ", titles) + ".");
        response.put("headers", Map.of("X-Request-Id", Map.of("$ref", "#/components/headers/RequestId")));
        response.put("content", content(format, same));
        return response;
    }

    private Map<String, Object> content(ErrorFormat format, List<Example> same) {
        return switch (format) {
            case ErrorFormat.ProblemFormat() -> Map.of(Problem.CONTENT_TYPE, json(ProblemDetails.class, same));
            case ErrorFormat.JsonFormat<?>(var record, var _) -> Map.of("application/json", json(record, same));
            case ErrorFormat.PageFormat(var _) -> Map.of("text/html", Map.of("schema", Map.of("type", "string")));
        };
    }

    private Map<String, Object> json(Class<?> record, List<Example> same) {
        var examples = new LinkedHashMap<String, Object>();
        for (var one : same) {
            var example = new LinkedHashMap<String, Object>();
            example.put("summary", one.type().title());
            example.put("value", one.value());
            examples.put(one.type().name(), example);
        }
        var content = new LinkedHashMap<String, Object>();
        content.put("schema", schemas.of(shapes.of(record)));
        content.put("examples", examples);
        return content;
    }
}
