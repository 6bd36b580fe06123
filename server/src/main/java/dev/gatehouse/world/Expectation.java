package dev.gatehouse.world;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/// What an answer must be, and likewise what it is.
public sealed interface Expectation {

    /// Of a check.
    record Answer(boolean allowed) implements Expectation {
        @Override
        public String toString() {
            return allowed ? "yes" : "no";
        }
    }

    /// Of a list; in no particular order.
    record Names(SortedSet<String> names) implements Expectation {

        static Names of(Collection<String> names) {
            return new Names(new TreeSet<>(names));
        }

        @Override
        public String toString() {
            return names.isEmpty() ? "nothing" : String.join(", ", names);
        }
    }

    /// That there is no answer. OpenFGA's own files cannot say so.
    record Error(ErrorKind kind) implements Expectation {
        @Override
        public String toString() {
            return "the error " + kind.word();
        }
    }
}
