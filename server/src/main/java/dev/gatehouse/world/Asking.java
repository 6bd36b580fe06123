package dev.gatehouse.world;

import dev.gatehouse.permissions.check.Finding;
import dev.gatehouse.permissions.check.Listing;
import dev.gatehouse.permissions.check.Listing.Page;
import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.permissions.check.QuestionRules;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.permissions.relation.RelationshipRules;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Asks an engine what claims are about.
final class Asking {

    /// Of a list that is wrong in many places a few reasons tell enough.
    private static final int REASONS = 3;

    private final Engine engine;
    private final QuestionRules questions;
    private final RelationshipRules relationships;

    Asking(Engine engine) {
        this.engine = engine;
        this.questions = new QuestionRules(engine.model());
        this.relationships = new RelationshipRules(engine.model());
    }

    Outcome ask(Claim claim) {
        var refusals = refusals(claim);
        if (!refusals.isEmpty()) return new Outcome(claim, new Expectation.Error(ErrorKind.INVALID_QUESTION), refusals);
        var misfits = misfits(claim.contextual());
        if (!misfits.isEmpty())
            return new Outcome(claim, new Expectation.Error(ErrorKind.INVALID_RELATIONSHIP), misfits);
        return answer(claim, engine.with(claim.contextual()));
    }

    private List<String> refusals(Claim claim) {
        var faults = switch (claim) {
            case Claim.Check check -> questions.judge(check.asked());
            case Claim.Objects list -> questions.judgeObjects(list.user(), list.relation(), list.type());
            case Claim.Subjects list ->
                list.filters().stream()
                        .flatMap(filter -> questions.judgeSubjects(list.object(), list.relation(), filter).stream())
                        .toList();
        };
        return faults.stream().map(QuestionRules.Fault::why).distinct().toList();
    }

    private List<String> misfits(List<Relationship> contextual) {
        return contextual.stream()
                .flatMap(one -> relationships.faults(one).stream().map(fault -> one + ": " + fault.message()))
                .toList();
    }

    private Outcome answer(Claim claim, Permissions permissions) {
        return switch (claim) {
            case Claim.Check check -> answer(check, permissions);
            case Claim.Objects list ->
                listed(
                        claim,
                        objects(list, permissions),
                        object -> explained(
                                permissions, new Question(list.user(), list.relation(), object, list.context())));
            case Claim.Subjects list ->
                listed(
                        claim,
                        subjects(list, permissions),
                        user -> explained(
                                permissions, new Question(user, list.relation(), list.object(), list.context())));
        };
    }

    private static Outcome answer(Claim.Check check, Permissions permissions) {
        var got = switch (permissions.check(check.asked())) {
            case Finding.Allowed _ -> new Expectation.Answer(true);
            case Finding.Denied _ -> new Expectation.Answer(false);
            case Finding.Undecided(var problem) -> new Expectation.Error(ErrorKind.of(problem));
        };
        var holds = got.equals(check.expected());
        return new Outcome(check, got, holds ? List.of() : List.of(explained(permissions, check.asked())));
    }

    private static Expectation objects(Claim.Objects list, Permissions permissions) {
        return given(permissions.objects(list.user(), list.relation(), list.type(), list.context(), Page.ALL));
    }

    /// Several kinds of users are several questions.
    private static Expectation subjects(Claim.Subjects list, Permissions permissions) {
        var names = new TreeSet<String>();
        for (var filter : list.filters()) {
            var given = given(permissions.subjects(list.object(), list.relation(), filter, list.context(), Page.ALL));
            if (!(given instanceof Expectation.Names(var some))) return given;
            names.addAll(some);
        }
        return Expectation.Names.of(names);
    }

    private static Expectation given(Listing listing) {
        return switch (listing) {
            case Listing.Listed(var names, var _) -> Expectation.Names.of(names);
            case Listing.Undecided(var problem) -> new Expectation.Error(ErrorKind.of(problem));
        };
    }

    private static Outcome listed(Claim claim, Expectation got, Function<String, String> explain) {
        var holds = got.equals(claim.expected());
        if (holds || !(got instanceof Expectation.Names(var names))) return new Outcome(claim, got, List.of());
        var expected = claim.expected() instanceof Expectation.Names(var wanted) ? wanted : new TreeSet<String>();
        return new Outcome(
                claim, got, odd(names, expected).limit(REASONS).map(explain).toList());
    }

    /// What is in one of the two and not in the other.
    private static Stream<String> odd(SortedSet<String> one, SortedSet<String> other) {
        return Stream.concat(
                one.stream().filter(name -> !other.contains(name)),
                other.stream().filter(name -> !one.contains(name)));
    }

    /// A name that a list should have had may be written wrongly: then there is nothing to explain.
    private static String explained(Permissions permissions, Question question) {
        var faults = new QuestionRules(permissions.model()).judge(question);
        if (!faults.isEmpty()) return faults.getFirst().why();
        return permissions.explain(question).tree();
    }
}
