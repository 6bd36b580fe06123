package dev.gatehouse.permissions.cel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An operator or a function: which kinds it takes, and what it does.
///
/// @param name `size`, or the symbol of an operator
record Function(String name, Call call, Signature signature, Body body) {

    /// How it is called.
    enum Call {
        OPERATOR,
        /// `int(x)`
        GLOBAL,
        /// `x.contains(y)`; the target is the first argument
        MEMBER,
        /// Either of them.
        BOTH
    }

    interface Signature {
        /// @return what comes of arguments of these kinds; nothing if it does not take them
        Optional<Kind> result(List<Kind> arguments);
    }

    interface Body {
        /// What it does with values, none of which is a trouble.
        ///
        /// @return [#MISFIT] if it does not take values of such kinds, which the checker could not know
        Value apply(Value[] arguments, Cost cost);
    }

    /// There is no such function for such arguments.
    static final Value MISFIT = new Value.Failure("misfit");

    /// One way to call a function.
    record Overload(List<Kind> arguments, Kind result) {

        boolean takes(List<Kind> given) {
            if (given.size() != arguments.size()) return false;
            for (var i = 0; i < given.size(); i++) if (!arguments.get(i).accepts(given.get(i))) return false;
            return true;
        }
    }

    static Overload takes(Kind result, Kind... arguments) {
        return new Overload(List.of(arguments), result);
    }

    /// Whichever of them fits; if several do that come to different kinds, only the evaluation will tell.
    static Signature either(Overload... overloads) {
        return arguments -> {
            var results = Arrays.stream(overloads)
                    .filter(overload -> overload.takes(arguments))
                    .map(Overload::result)
                    .distinct()
                    .toList();
            return results.size() > 1
                    ? Optional.of(Kind.Plain.ANY)
                    : results.stream().findFirst();
        };
    }

    boolean isMember() {
        return call == Call.MEMBER || call == Call.BOTH;
    }

    boolean isGlobal() {
        return call == Call.GLOBAL || call == Call.BOTH;
    }

    /// For a fault: with what it was called.
    String misfit(List<String> kinds) {
        return switch (call) {
            case OPERATOR -> "\"" + name + "\" does not go with " + String.join(" and ", kinds);
            case GLOBAL, BOTH -> name + "() does not take (" + String.join(", ", kinds) + ")";
            case MEMBER ->
                kinds.getFirst() + " has no " + name
                        + kinds.stream().skip(1).collect(Collectors.joining(", ", "(", ")"));
        };
    }
}
