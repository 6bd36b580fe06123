package dev.gatehouse.web;

import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Examples;
import dev.gatehouse.web.shape.Fault;
import dev.gatehouse.web.shape.JsonSchemas;
import dev.gatehouse.web.shape.Shapes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What an operation may answer, as OpenAPI's Responses Object: every status it declares, and every refusal,
/// grouped by status.
final class OpenApiResponses {
    private static final String REQUEST_ID = "0d2k7c9x4m1v8q3z";

    private final Shapes shapes;
    private final JsonSchemas schemas;

    OpenApiResponses(Shapes shapes, JsonSchemas schemas) {
        this.shapes = shapes;
        this.schemas = schemas;
    }

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

    Map<String, Object> of(Operation<?, ?, ?, ?> operation) {
        var responses = new TreeMap<String, Object>();
        operation.answers().forEach((status, type) -> responses.put(status.toString(), answer(status, type)));
        var byStatus = new TreeMap<Integer, List<ProblemType>>();
        for (var type : refusals(operation))
            byStatus.computeIfAbsent(type.status(), _ -> new ArrayList<>()).add(type);
        byStatus.forEach((status, types) -> responses.put(status.toString(), problems(operation, types)));
        responses.put("default", problems(operation, List.of(Problems.INTERNAL)));
        return responses;
    }

    private static List<ProblemType> refusals(Operation<?, ?, ?, ?> operation) {
        var types = new ArrayList<>(operation.allRefusals());
        types.add(Problems.INVALID);
        if (operation.body() != None.class)
            types.addAll(List.of(Problems.NOT_JSON, Problems.BODY_TOO_LARGE, Problems.UNSUPPORTED_MEDIA_TYPE));
        return types;
    }

    private Map<String, Object> answer(int status, Class<?> type) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put(
                "description",
                Optional.ofNullable(type.getAnnotation(Doc.class))
                        .map(Doc::value)
                        .orElse(status == 204 ? "Done." : "As asked."));
        var headers = new LinkedHashMap<String, Object>();
        headers.put("X-Request-Id", Map.of("$ref", "#/components/headers/RequestId"));
        if (status == 201) headers.put("Location", Map.of("$ref", "#/components/headers/Location"));
        answer.put("headers", headers);
        if (type != None.class) {
            var shape = shapes.of(type);
            var content = new LinkedHashMap<String, Object>();
            content.put("schema", schemas.of(shape));
            Examples.of(shape).ifPresent(example -> content.put("example", example));
            answer.put("content", Map.of("application/json", content));
        }
        return answer;
    }

    private Map<String, Object> problems(Operation<?, ?, ?, ?> operation, List<ProblemType> types) {
        var examples = new LinkedHashMap<String, Object>();
        for (var type : types) {
            var example = new LinkedHashMap<String, Object>();
            example.put("summary", type.title());
            example.put("value", example(operation, type).members());
            examples.put(type.name(), example);
        }
        var content = new LinkedHashMap<String, Object>();
        content.put("schema", schemas.of(shapes.of(ProblemDetails.class)));
        content.put("examples", examples);
        var response = new LinkedHashMap<String, Object>();
        response.put(
                "description",
                String.join("; or: ", types.stream().map(ProblemType::title).toList()) + ".");
        response.put("headers", Map.of("X-Request-Id", Map.of("$ref", "#/components/headers/RequestId")));
        response.put("content", Map.of(Problem.CONTENT_TYPE, content));
        return response;
    }

    private static Problem example(Operation<?, ?, ?, ?> operation, ProblemType type) {
        var errors = type == Problems.INVALID ? List.of(exampleFault(operation)) : List.<Fault>of();
        return new Problem(
                Refusal.of(type, "What to do about it."), operation.path().text(), REQUEST_ID, errors);
    }

    private static Fault exampleFault(Operation<?, ?, ?, ?> operation) {
        return operation.body() == None.class
                ? Fault.inParameter("colour", "unknown", "is not known here; nothing is")
                : Fault.inBody("/colour", "unknown", "is not known here");
    }

    static Map<String, Object> headers() {
        var headers = new LinkedHashMap<String, Object>();
        headers.put("RequestId", header("Names this request, in the answer and in the logs.", "string", ""));
        headers.put("Location", header("Where the new thing lives from now on.", "string", "uri-reference"));
        return headers;
    }

    private static Map<String, Object> header(String description, String type, String format) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", type);
        if (!format.isEmpty()) schema.put("format", format);
        var header = new LinkedHashMap<String, Object>();
        header.put("description", description);
        header.put("schema", schema);
        return header;
    }
}
