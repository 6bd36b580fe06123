package dev.gatehouse.web;

import dev.gatehouse.web.shape.BodyReader;
import dev.gatehouse.web.shape.Examples;
import dev.gatehouse.web.shape.JsonSchemas;
import dev.gatehouse.web.shape.ParameterSchemas;
import dev.gatehouse.web.shape.Reading;
import dev.gatehouse.web.shape.Shape;
import dev.gatehouse.web.shape.Shapes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Writes the OpenAPI document from the same declarations that are mounted.
///
/// @spec https://spec.openapis.org/oas/v3.1.1.html OpenAPI 3.1.1
final class OpenApi {
    private final List<Operation<?, ?, ?, ?>> operations;
    private final ServerBuilder.Description description;
    private final String serverUrl;
    private final Shapes shapes;
    private final JsonSchemas schemas = new JsonSchemas();
    private final OpenApiResponses responses;

    OpenApi(
            List<Operation<?, ?, ?, ?>> operations,
            ServerBuilder.Description description,
            String serverUrl,
            Shapes shapes) {
        this.operations = operations.stream().filter(each -> !each.isHidden()).toList();
        this.description = description;
        this.serverUrl = serverUrl;
        this.shapes = shapes;
        this.responses = new OpenApiResponses(shapes, schemas);
    }

    Map<String, Object> document() {
        for (var operation : operations) if (operation.body() != None.class) announce(operation);
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.1");
        document.put("info", info());
        document.put("servers", List.of(Map.of("url", serverUrl)));
        document.put("tags", tags());
        document.put("paths", paths());
        document.put("components", components());
        return document;
    }

    private void announce(Operation<?, ?, ?, ?> operation) {
        switch (operation.bodyFormat()) {
            case JSON -> schemas.comesIn(shapes.of(operation.body()));
            case FORM -> schemas.comesInAsForm(shapes.of(operation.body()));
        }
    }

    private Map<String, Object> info() {
        var info = new LinkedHashMap<String, Object>();
        info.put("title", description.title());
        info.put("version", description.version());
        if (!description.text().isEmpty()) info.put("description", description.text());
        return info;
    }

    private List<Map<String, Object>> tags() {
        var names = new LinkedHashSet<String>();
        for (var operation : operations) names.addAll(operation.tags());
        return names.stream().map(name -> Map.<String, Object>of("name", name)).toList();
    }

    private Map<String, Object> paths() {
        var paths = new LinkedHashMap<String, Map<String, Object>>();
        for (var operation : operations) {
            var path = paths.computeIfAbsent(operation.path().text(), _ -> new LinkedHashMap<>());
            for (var method : operation.methods()) path.put(method.toLowerCase(Locale.ROOT), entry(operation, method));
        }
        return new LinkedHashMap<>(paths);
    }

    private Map<String, Object> entry(Operation<?, ?, ?, ?> operation, String method) {
        var entry = new LinkedHashMap<String, Object>();
        if (!operation.tags().isEmpty()) entry.put("tags", operation.tags());
        if (!operation.summary().isEmpty()) entry.put("summary", operation.summary());
        if (!operation.description().isEmpty()) entry.put("description", operation.description());
        entry.put("operationId", operation.operationId(method));
        operation
                .guard()
                .ifPresent(guard ->
                        entry.put("security", List.of(Map.of(guard.scheme().name(), List.of()))));
        var parameters = parameters(operation, method);
        if (!parameters.isEmpty()) entry.put("parameters", parameters);
        if (hasBody(operation, method)) entry.put("requestBody", requestBody(operation));
        entry.put("responses", responses.of(operation, hasBody(operation, method)));
        return entry;
    }

    /// A form that is sent by GET is made of parameters.
    private static boolean hasBody(Operation<?, ?, ?, ?> operation, String method) {
        return operation.body() != None.class && !(operation.bodyFormat() == BodyFormat.FORM && method.equals("GET"));
    }

    private List<Map<String, Object>> parameters(Operation<?, ?, ?, ?> operation, String method) {
        var all = new ArrayList<Map<String, Object>>();
        if (operation.parameters() != None.class) {
            var inPath = operation.path().parameters();
            all.addAll(ParameterSchemas.of(shapes.record(operation.parameters()), inPath, schemas));
        }
        if (operation.body() != None.class && !hasBody(operation, method))
            all.addAll(ParameterSchemas.of(shapes.record(operation.body()), Set.of(), schemas));
        return all;
    }

    private Map<String, Object> requestBody(Operation<?, ?, ?, ?> operation) {
        var shape = shapes.of(operation.body());
        var content = new LinkedHashMap<String, Object>();
        content.put("schema", schemas.of(shape));
        operation
                .example()
                .map(this::parsed)
                .or(() -> Examples.of(shape))
                .ifPresent(example -> content.put("example", example));
        var body = new LinkedHashMap<String, Object>();
        body.put("required", true);
        body.put("content", Map.of(operation.bodyFormat().mediaType(), content));
        return body;
    }

    private Object parsed(String example) {
        return switch (new BodyReader(new Shape.Anything(shapes)).read(example.getBytes(StandardCharsets.UTF_8))) {
            case Reading.Read(var value) -> value;
            case Reading.Faulty _, Reading.NotJson _ -> throw new IllegalStateException("no JSON: " + example);
        };
    }

    private Map<String, Object> components() {
        var schemes = new TreeMap<String, Object>();
        for (var operation : operations)
            operation
                    .guard()
                    .ifPresent(guard ->
                            schemes.put(guard.scheme().name(), guard.scheme().entry()));
        var components = new LinkedHashMap<String, Object>();
        components.put("schemas", schemas.components());
        components.put("headers", OpenApiResponses.headers());
        if (!schemes.isEmpty()) components.put("securitySchemes", schemes);
        return components;
    }

    /// The kinds of refusal that the operations declare, each with the operations that may bring it.
    static Map<ProblemType, List<String>> problemTypes(List<Operation<?, ?, ?, ?>> operations) {
        var types = new LinkedHashMap<ProblemType, List<String>>();
        for (var type : Problems.ALL) types.put(type, new ArrayList<>());
        for (var operation : operations) {
            for (var type : operation.allRefusals())
                types.computeIfAbsent(type, _ -> new ArrayList<>()).add(operation.toString());
        }
        return types;
    }
}
