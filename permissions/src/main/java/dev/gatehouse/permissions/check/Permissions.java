package dev.gatehouse.permissions.check;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The front door: questions to one model at one moment.
///
/// Names and relations of a question must be of the model, which [QuestionRules] tells; of what the model
/// does not know nobody has a right to anything. For relationships that hold for one question only, give a
/// `ContextualSnapshot`. Any number of threads may ask.
public record Permissions(AuthorizationModel model, Snapshot snapshot, Limits limits) {

    /// Whether the user has the relation to the object.
    public Finding check(Question question) {
        var circumstances = new Circumstances(model, question.context(), limits.deadline());
        // The rest of a batch for which there is no time any more is not even begun.
        if (limits.deadline().isPast()) return circumstances.finding(circumstances.meetTooLate());
        var object = snapshot.find(question.object());
        if (object == Snapshot.NOBODY) return checkUnknown(question);
        var evaluator =
                new Evaluator(model, snapshot, Asker.of(question.user(), model, snapshot), circumstances, limits);
        return circumstances.finding(evaluator.check(object, question.relation()));
    }

    /// Why [#check] answers as it does.
    public Explanation explain(Question question) {
        var user = Asker.of(question.user(), model, snapshot);
        var explainer = new Explainer(
                model, snapshot, user, new Circumstances(model, question.context(), limits.deadline()), limits);
        return explainer.explain(question.object(), question.relation());
    }

    /// Every object of a type to which the user has the relation.
    public Listing objects(String user, String relation, String type, Map<String, Object> context, Listing.Page page) {
        var search = search(user, relation, type, context);
        var names = new ArrayList<String>();
        for (var name = search.next(); name.isPresent(); name = search.next()) {
            names.add(name.get());
            if (names.size() > limits.answers())
                return new Listing.Undecided(new Problem.TooManyAnswers(limits.answers()));
        }
        return page.of(names, search.problem());
    }

    /// The same, one by one, however many they are.
    public ObjectSearch search(String user, String relation, String type, Map<String, Object> context) {
        var list = new ObjectList(
                model,
                snapshot,
                Asker.of(user, model, snapshot),
                new Circumstances(model, context, limits.deadline()),
                limits,
                new Lead.Spot(type, relation));
        var itself = itself(user, relation, type, context).iterator();
        return new ObjectSearch(
                limits.answers(),
                () -> {
                    if (itself.hasNext()) return Optional.of(itself.next());
                    var object = list.next();
                    return object == Snapshot.NOBODY ? Optional.empty() : Optional.of(snapshot.name(object));
                },
                list::problem);
    }

    /// The members of a group of which no relationship says anything are its members still.
    private List<String> itself(String user, String relation, String type, Map<String, Object> context) {
        if (!Names.isUserset(user) || !Names.type(user).equals(type)) return List.of();
        var object = Names.object(user);
        var isUnknown = snapshot.find(object) == Snapshot.NOBODY;
        return isUnknown && check(new Question(user, relation, object, context)).isAllowed()
                ? List.of(object)
                : List.of();
    }

    /// Every user of a kind that has the relation to the object.
    public Listing subjects(
            String object, String relation, SubjectFilter filter, Map<String, Object> context, Listing.Page page) {
        var node = snapshot.find(object);
        if (node == Snapshot.NOBODY) return page.of(subjectsOfUnknown(object, relation, filter), Optional.empty());
        var list =
                new SubjectList(model, snapshot, new Circumstances(model, context, limits.deadline()), limits, filter);
        return page.of(list.find(node, relation), list.problem());
    }

    /// Of an object that no relationship names only its own usersets can have a right.
    private Finding checkUnknown(Question question) {
        var isAboutItself = Names.object(question.user()).equals(question.object());
        return isAboutItself && explain(question).verdict() == Verdict.ALLOWED
                ? new Finding.Allowed()
                : new Finding.Denied();
    }

    private TreeSet<String> subjectsOfUnknown(String object, String relation, SubjectFilter filter) {
        var names = new TreeSet<String>();
        filter.relation()
                .filter(_ -> filter.type().equals(Names.type(object)))
                .map(its -> Names.userset(object, its))
                .filter(user ->
                        checkUnknown(Question.of(user, relation, object)).isAllowed())
                .ifPresent(names::add);
        return names;
    }

    /// Who has the relation to the object, one step far.
    ///
    /// @return empty if the model knows no such relation
    public Optional<UsersetTree> expand(String object, String relation) {
        return model.relation(Names.type(object), relation)
                .map(definition -> new Expander(model, snapshot, object, definition).expand());
    }
}
