package dev.gatehouse.web;

import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Examples;
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
    private final Shapes shapes;
    private final JsonSchemas schemas;
    private final OpenApiErrors errors;

    OpenApiResponses(Shapes shapes, JsonSchemas schemas) {
        this.shapes = shapes;
        this.schemas = schemas;
        this.errors = new OpenApiErrors(shapes, schemas);
    }

    /// @param hasBody whether a body is sent, which may be too long or of another type
    Map<String, Object> of(Operation<?, ?, ?, ?> operation, boolean hasBody) {
        var responses = new TreeMap<String, Object>();
        var others = operation.mediaTypes();
        operation.answers().forEach((status, type) -> responses.put(status.toString(), answer(status, type, others)));
        var byStatus = new TreeMap<Integer, List<OpenApiErrors.Example>>();
        for (var type : refusals(operation, hasBody)) {
            var example = errors.example(operation, type);
            byStatus.computeIfAbsent(example.status(), _ -> new ArrayList<>()).add(example);
        }
        byStatus.forEach(
                (status, examples) -> responses.put(status.toString(), errors.response(operation.errors(), examples)));
        responses.put(
                "default", errors.response(operation.errors(), List.of(errors.example(operation, Problems.INTERNAL))));
        return responses;
    }

    private static List<ProblemType> refusals(Operation<?, ?, ?, ?> operation, boolean hasBody) {
        var types = new ArrayList<>(operation.allRefusals());
        types.add(Problems.INVALID);
        if (!hasBody) return types;
        if (operation.bodyFormat() == BodyFormat.JSON) types.add(Problems.NOT_JSON);
        types.addAll(List.of(Problems.BODY_TOO_LARGE, Problems.UNSUPPORTED_MEDIA_TYPE));
        return types;
    }

    private Map<String, Object> answer(int status, Class<?> type, List<String> others) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put(
                "description",
                Optional.ofNullable(type.getAnnotation(Doc.class))
                        .map(Doc::value)
                        .orElse(status == 204 ? "Done." : status == Redirect.STATUS ? "Go on there." : "As asked."));
        var headers = new LinkedHashMap<String, Object>();
        headers.put("X-Request-Id", Map.of("$ref", "#/components/headers/RequestId"));
        if (status == 201 || status == Redirect.STATUS)
            headers.put("Location", Map.of("$ref", "#/components/headers/Location"));
        answer.put("headers", headers);
        if (type == Page.class) {
            answer.put("content", Map.of("text/html", Map.of("schema", Map.of("type", "string"))));
        } else if (type != None.class) {
            var shape = shapes.of(type);
            var content = new LinkedHashMap<String, Object>();
            content.put("schema", schemas.of(shape));
            Examples.of(shape).ifPresent(example -> content.put("example", example));
            var forms = new LinkedHashMap<String, Object>();
            forms.put("application/json", content);
            others.forEach(other -> forms.put(other, Map.of("schema", Map.of("type", "string"))));
            answer.put("content", forms);
        }
        return answer;
    }

    static Map<String, Object> headers() {
        var headers = new LinkedHashMap<String, Object>();
        headers.put("RequestId", header("Names this request, in the answer and in the logs.", "string", ""));
        headers.put(
                "Location",
                header("Where the new thing lives from now on, or where to go on.", "string", "uri-reference"));
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
