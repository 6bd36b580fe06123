package dev.gatehouse.migrations.source;

import java.util.ArrayList;
import java.util.List;

/// A Java expression on its way to paper.
sealed interface Code {

    /// A word: a constant, a number.
    record Word(String text) implements Code {}

    /// A string.
    record Text(String value) implements Code {}

    /// A call, and calls on what it returns: `column("id", uuid()).notNull()`.
    record Chain(List<Call> calls) implements Code {
        public Chain {
            calls = List.copyOf(calls);
        }

        Chain then(String name, Code... arguments) {
            var longer = new ArrayList<>(calls);
            longer.add(new Call(name, List.of(arguments)));
            return new Chain(longer);
        }
    }

    /// A name and its arguments.
    record Call(String name, List<Code> arguments) {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    static Chain call(String name, List<Code> arguments) {
        return new Chain(List.of(new Call(name, arguments)));
    }

    static Chain call(String name, Code... arguments) {
        return call(name, List.of(arguments));
    }

    static Code text(String value) {
        return new Text(value);
    }

    static List<Code> texts(List<String> values) {
        return values.stream().map(Code::text).toList();
    }
}
