package dev.gatehouse.openfga;

import dev.gatehouse.openfga.StoreModelEndpoint.WriteModelView;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The form that OpenFGA asks of a model before it looks at what the model says. What is wrong with a model
/// that has not even this form goes by another code.
///
/// @spec https://github.com/openfga/api/blob/main/openfga/v1/openfga_service.proto OpenFGA:
///     WriteAuthorizationModelRequest
final class ModelForm {

    private static final Pattern TYPE = Pattern.compile("[^:#@\\s]{1,254}");
    private static final Pattern NAME = Pattern.compile("[^:#@\\s]{1,50}");
    private static final Set<String> VERSIONS = Set.of("1.0", "1.1", "1.2");

    private ModelForm() {}

    /// @param model that is faulty
    static FailureCode code(WriteModelView model) {
        var isKept = VERSIONS.contains(model.schemaVersion())
                && model.typeDefinitions().stream().allMatch(ModelForm::isType)
                && model.conditions().stream().allMatch(ModelForm::areNames);
        return isKept ? FailureCode.INVALID_AUTHORIZATION_MODEL : FailureCode.VALIDATION_ERROR;
    }

    private static boolean isType(Object type) {
        return type instanceof Map<?, ?> members
                && members.get("type") instanceof String name
                && TYPE.matcher(name).matches()
                && (!(members.get("relations") instanceof Map<?, ?> relations) || areNames(relations));
    }

    private static boolean areNames(Map<?, ?> named) {
        return named.keySet().stream()
                .allMatch(name -> NAME.matcher(String.valueOf(name)).matches());
    }
}
