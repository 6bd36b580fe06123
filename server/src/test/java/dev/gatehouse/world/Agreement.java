package dev.gatehouse.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.permissions.check.Finding;
import dev.gatehouse.permissions.check.Listing;
import dev.gatehouse.permissions.check.Listing.Page;
import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.permissions.check.Problem;
import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.permissions.check.QuestionRules;
import dev.gatehouse.permissions.check.SubjectFilter;
import dev.gatehouse.permissions.check.Verdict;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Everything that can be asked of a world, asked in each of the ways: an object is listed exactly if the
/// check allows it, a user likewise, and the explanation comes to the check's verdict.
record Agreement(Engine engine, List<Relationship> standing, World.Test test) {

    void hold() {
        contexts().forEach(context -> {
            var permissions = engine.with(List.of());
            for (var user : users()) holdObjects(permissions, user, context);
            for (var object : objects()) holdSubjects(permissions, object, context);
        });
    }

    private void holdObjects(Permissions permissions, String user, Map<String, Object> context) {
        for (var type : model().types().values()) {
            for (var relation : type.relations().keySet()) {
                var listing = permissions.objects(user, relation, type.name(), context, Page.ALL);
                if (!(listing instanceof Listing.Listed(var listed, var _))) continue;
                for (var object : objects()) {
                    if (!Names.type(object).equals(type.name())) continue;
                    var question = new Question(user, relation, object, context);
                    hold("list_objects", permissions, question, listed.contains(object));
                }
            }
        }
    }

    private void holdSubjects(Permissions permissions, String object, Map<String, Object> context) {
        var relations =
                model().type(Names.type(object)).orElseThrow().relations().keySet();
        for (var relation : relations) {
            for (var filter : filters()) {
                var listing = permissions.subjects(object, relation, filter, context, Page.ALL);
                if (!(listing instanceof Listing.Listed(var listed, var _))) continue;
                for (var user : users()) {
                    if (!isOf(filter, user)) continue;
                    var question = new Question(user, relation, object, context);
                    // Everybody stands for those whom no relationship names.
                    var everybody = filter.relation().isEmpty() && listed.contains(Names.everybody(filter.type()));
                    if (listed.contains(user) || !everybody)
                        hold("list_users", permissions, question, listed.contains(user));
                }
            }
        }
    }

    /// A check may give up where a list goes on: what lies too deep for it.
    private static void hold(String list, Permissions permissions, Question question, boolean isListed) {
        var finding = permissions.check(question);
        var explained = permissions.explain(question);
        assertThat(explained.verdict()).as(question + "\n" + explained.tree()).isIn(verdicts(finding));
        if (finding instanceof Finding.Undecided(Problem.TooDeep(var _))) return;
        assertThat(isListed).as(list + ", of " + question).isEqualTo(finding.isAllowed());
    }

    private static Set<Verdict> verdicts(Finding finding) {
        return switch (finding) {
            case Finding.Allowed _ -> Set.of(Verdict.ALLOWED);
            case Finding.Denied _ -> Set.of(Verdict.DENIED, Verdict.CYCLE);
            case Finding.Undecided _ -> Set.of(Verdict.UNDECIDED);
        };
    }

    /// No context, and each in which the world asks something.
    private Collection<Map<String, Object>> contexts() {
        var contexts = new HashSet<Map<String, Object>>(Set.of(Map.of()));
        test.claims().forEach(claim -> contexts.add(context(claim)));
        return contexts;
    }

    private static Map<String, Object> context(Claim claim) {
        return switch (claim) {
            case Claim.Check check -> check.asked().context();
            case Claim.Objects list -> list.context();
            case Claim.Subjects list -> list.context();
        };
    }

    private Set<String> users() {
        var asked = test.claims().stream().flatMap(claim -> switch (claim) {
            case Claim.Check check -> Stream.of(check.asked().user());
            case Claim.Objects list -> Stream.of(list.user());
            case Claim.Subjects _ -> Stream.<String>empty();
        });
        var rules = new QuestionRules(model());
        var users = new TreeSet<String>();
        Stream.concat(asked, standing.stream().map(Relationship::user))
                .filter(user -> rules.user(user).isEmpty())
                .forEach(users::add);
        // The usersets of one object tell of those of all.
        objects().stream()
                .limit(1)
                .forEach(object -> model().type(Names.type(object))
                        .orElseThrow()
                        .relations()
                        .keySet()
                        .forEach(relation -> users.add(Names.userset(object, relation))));
        return users;
    }

    private Set<String> objects() {
        var asked = test.claims().stream().flatMap(claim -> switch (claim) {
            case Claim.Check check -> Stream.of(check.asked().object());
            case Claim.Objects _ -> Stream.<String>empty();
            case Claim.Subjects list -> Stream.of(list.object());
        });
        var rules = new QuestionRules(model());
        var objects = new TreeSet<String>();
        Stream.concat(asked, standing.stream().map(Relationship::object))
                .filter(object -> rules.object(object).isEmpty())
                .forEach(objects::add);
        return objects;
    }

    private List<SubjectFilter> filters() {
        return model().types().values().stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(SubjectFilter.of(type.name())),
                        type.relations().keySet().stream()
                                .map(relation -> new SubjectFilter(type.name(), Optional.of(relation)))))
                .toList();
    }

    private static boolean isOf(SubjectFilter filter, String user) {
        if (!Names.type(user).equals(filter.type())) return false;
        return filter.relation()
                .map(relation -> Names.isUserset(user) && Names.relation(user).equals(relation))
                .orElse(!Names.isUserset(user));
    }

    private AuthorizationModel model() {
        return engine.model();
    }
}
