package dev.gatehouse.web.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes a record of parameters as OpenAPI's Parameter Objects.
///
/// @spec https://spec.openapis.org/oas/v3.1.1.html#parameter-object OpenAPI 3.1 Parameter Object
public final class ParameterSchemas {
    private ParameterSchemas() {}

    public static List<Map<String, Object>> of(Composite composite, Set<String> pathNames, JsonSchemas schemas) {
        var parameters = new ArrayList<Map<String, Object>>();
        for (var field : composite.fields()) {
            boolean inPath = pathNames.contains(field.name());
            var parameter = new LinkedHashMap<String, Object>();
            parameter.put("name", field.name());
            parameter.put("in", inPath ? "path" : "query");
            field.doc().ifPresent(doc -> parameter.put("description", doc.value()));
            parameter.put("required", field.presence() == Field.Presence.REQUIRED);
            var schema = schemas.of(field.slot());
            JsonSchemas.describe(field, schema);
            parameter.put("schema", schema);
            parameters.add(parameter);
        }
        return parameters;
    }
}
