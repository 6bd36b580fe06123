package dev.gatehouse.world;

import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.permissions.check.SubjectFilter;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A question, and what its answer must be.
public sealed interface Claim {

    /// Where it is written.
    Place place();

    /// Relationships that stand for this question alone.
    List<Relationship> contextual();

    Expectation expected();

    /// The question in a line, for people.
    String question();

    /// Whether a user has a relation to an object.
    record Check(Place place, Question asked, List<Relationship> contextual, Expectation expected) implements Claim {
        @Override
        public String question() {
            return "check " + asked.user() + " " + asked.relation() + " " + asked.object() + in(asked.context());
        }
    }

    /// To which objects of a type a user has a relation.
    record Objects(
            Place place,
            String user,
            String relation,
            String type,
            Map<String, Object> context,
            List<Relationship> contextual,
            Expectation expected)
            implements Claim {
        @Override
        public String question() {
            return "list_objects " + user + " " + relation + " " + type + in(context);
        }
    }

    /// Who of some kinds has a relation to an object.
    record Subjects(
            Place place,
            String object,
            String relation,
            List<SubjectFilter> filters,
            Map<String, Object> context,
            List<Relationship> contextual,
            Expectation expected)
            implements Claim {
        @Override
        public String question() {
            var kinds = filters.stream().map(SubjectFilter::toString).collect(Collectors.joining(", "));
            return "list_users " + kinds + " " + relation + " " + object + in(context);
        }
    }

    private static String in(Map<String, Object> context) {
        return context.isEmpty() ? "" : " in " + context;
    }
}
