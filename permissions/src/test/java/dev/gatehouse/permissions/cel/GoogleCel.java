package dev.gatehouse.permissions.cel;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Google's own CEL, over the parameters of [RandomCondition].
final class GoogleCel {

    /// As the specification evaluates: numbers of different kinds compare.
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .evaluateCanonicalTypesToNativeValues(true)
            .build();

    private final CelCompiler strict = compiler(
            OPTIONS.toBuilder().enableHeterogeneousNumericComparisons(false).build());
    private final CelCompiler lenient = compiler(OPTIONS);
    private final CelRuntime runtime =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private static CelCompiler compiler(CelOptions options) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
        RandomCondition.PARAMETERS.forEach((name, type) -> builder.addVar(name, type(type)));
        return builder.build();
    }

    /// Whether it is a bool where numbers of different kinds may not be compared, as with OpenFGA.
    boolean accepts(String source) {
        var result = strict.compile(source);
        return !result.hasError() && tree(result).getResultType().equals(SimpleType.BOOL);
    }

    /// @return nothing if it fails or cannot be known
    Optional<Boolean> evaluate(String source, Map<String, Object> json) {
        var values = new HashMap<String, Object>();
        json.forEach((name, value) -> values.put(name, value(RandomCondition.PARAMETERS.get(name), value)));
        try {
            var tree = tree(lenient.compile(source));
            return runtime.createProgram(tree).eval(values) instanceof Boolean holds
                    ? Optional.of(holds)
                    : Optional.empty();
        } catch (CelEvaluationException failure) {
            return Optional.empty();
        }
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException fault) {
            throw new AssertionError(fault);
        }
    }

    private static dev.cel.common.types.CelType type(CelType type) {
        return switch (type) {
            case CelType.ListOf(var element) -> ListType.create(type(element));
            case CelType.MapOf(var value) -> MapType.create(SimpleType.STRING, type(value));
            case CelType.Simple simple ->
                switch (simple) {
                    case BOOL -> SimpleType.BOOL;
                    case STRING -> SimpleType.STRING;
                    case INT -> SimpleType.INT;
                    case UINT -> SimpleType.UINT;
                    case DOUBLE -> SimpleType.DOUBLE;
                    case DURATION -> SimpleType.DURATION;
                    case TIMESTAMP -> SimpleType.TIMESTAMP;
                    case ANY, IPADDRESS -> SimpleType.DYN;
                };
        };
    }

    private static Object value(CelType type, Object json) {
        return switch (type) {
            case CelType.Simple.UINT -> UnsignedLong.fromLongBits((Long) json);
            case CelType.Simple.TIMESTAMP -> Instant.parse((String) json);
            case CelType.Simple.DURATION ->
                ((Value.Span) Spans.parse((String) json).orElseThrow()).length();
            default -> json;
        };
    }
}
