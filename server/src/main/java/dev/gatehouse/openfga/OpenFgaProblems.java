package dev.gatehouse.openfga;

import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Denial;
import dev.gatehouse.web.ErrorAnswer;
import dev.gatehouse.web.ErrorFormat;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.Refusal;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Fault;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How the doors of this room say no: as OpenFGA does, with one of its codes and a message.
final class OpenFgaProblems {

    private static final String PREFIX = "openfga-";

    private static final Map<FailureCode, ProblemType> TYPES = new EnumMap<>(FailureCode.class);

    static {
        for (var code : FailureCode.values()) {
            var name = PREFIX + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
            TYPES.put(code, ProblemType.of(code.status(), name, "OpenFGA: " + code.word()));
        }
    }

    static final ErrorFormat FORMAT = ErrorFormat.json(OpenFgaError.class, OpenFgaProblems::error);

    private OpenFgaProblems() {}

    @Doc("Why it is not done.")
    record OpenFgaError(
            @Doc(value = "One of OpenFGA's error codes.", example = "validation_error")
            String code,

            @Doc("For developers; the words may change.") String message) {}

    static ProblemType[] types(FailureCode... codes) {
        return Arrays.stream(codes).map(TYPES::get).toArray(ProblemType[]::new);
    }

    static <T> Answer<T> answer(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> Answer.of(value);
            case Outcome.Failed<T>(var failure) -> refused(failure);
        };
    }

    static <T> Answer<T> refused(Failure failure) {
        return Answer.refused(TYPES.get(failure.code()), failure.message());
    }

    private static ErrorAnswer<OpenFgaError> error(Denial denial) {
        var code = code(denial);
        // What is too large or of another type keeps its status: no code of OpenFGA's says as much.
        var status = denial.isInvalidRequest() ? code.status() : denial.status();
        return ErrorAnswer.of(status, new OpenFgaError(code.word(), denial.detail()));
    }

    private static FailureCode code(Denial denial) {
        return own(denial).orElseGet(() -> switch (denial.status()) {
            case 401 -> unauthenticated(denial.refusal());
            case 403 -> FailureCode.FORBIDDEN;
            case 413 -> FailureCode.EXCEEDED_ENTITY_LIMIT;
            case 503 -> FailureCode.UNAVAILABLE;
            default -> denial.status() >= 500 ? FailureCode.INTERNAL_ERROR : ofFaults(denial);
        });
    }

    /// A challenge names an error only if somebody showed something.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc6750#section-3.1 RFC 6750 §3.1
    private static FailureCode unauthenticated(Refusal refusal) {
        return refusal.headers().stream().anyMatch(header -> header.value().contains("error="))
                ? FailureCode.UNAUTHENTICATED
                : FailureCode.BEARER_TOKEN_MISSING;
    }

    private static FailureCode ofFaults(Denial denial) {
        return denial.faults().stream().findFirst().map(OpenFgaProblems::code).orElse(FailureCode.VALIDATION_ERROR);
    }

    private static Optional<FailureCode> own(Denial denial) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == denial.refusal().type())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Some members that break their rules have codes of their own.
    private static FailureCode code(Fault fault) {
        var place = fault.pointer().or(fault::parameter).orElse("");
        return switch (place.substring(place.indexOf('/') + 1)) {
            case "page_size" -> FailureCode.PAGE_SIZE_INVALID;
            case "tuple_key" -> FailureCode.TUPLE_KEY_VALUE_NOT_SPECIFIED;
            case "assertions" -> FailureCode.ASSERTIONS_TOO_MANY_ITEMS;
            case "type_definitions" -> FailureCode.TYPE_DEFINITIONS_TOO_FEW_ITEMS;
            case "start_time" -> FailureCode.INVALID_START_TIME;
            default -> FailureCode.VALIDATION_ERROR;
        };
    }
}
