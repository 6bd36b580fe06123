package dev.gatehouse.permissions.check;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.Nearest;
import dev.gatehouse.permissions.relation.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a question can be asked of a model at all: everything that is wrong with it at once.
public final class QuestionRules {

    private static final Pattern TYPE = Pattern.compile("[^:#@\\s]{1,254}");
    private static final Pattern RELATION = Pattern.compile("[^:#@\\s]{1,50}");

    /// @spec https://github.com/openfga/api/blob/main/openfga/v1/openfga.proto OpenFGA: lengths of names
    private static final int LONGEST_OBJECT = 256;

    private static final int LONGEST_USER = 512;
    private static final int LONGEST_SHOWN = 100;

    private final AuthorizationModel model;

    /// What is wrong, and with which member of the question: `user`, `relation`, `object` or `type`.
    public record Fault(String member, Kind kind, String why) {
        /// The same fault of a question that is part of something larger.
        ///
        /// @param place `checks/0`
        public Fault within(String place) {
            return new Fault(place + "/" + member, kind, why);
        }

        public enum Kind {
            MALFORMED,
            UNKNOWN_TYPE,
            UNKNOWN_RELATION
        }
    }

    public QuestionRules(AuthorizationModel model) {
        this.model = model;
    }

    /// Of a check.
    ///
    /// @return what is wrong, all of it; empty: it can be asked
    public List<Fault> judge(Question question) {
        var faults = new ArrayList<Fault>();
        user(question.user()).ifPresent(faults::add);
        object(question.object())
                .or(() -> relation(Names.type(question.object()), question.relation()))
                .ifPresent(faults::add);
        return faults;
    }

    /// Of a list of objects of a type.
    public List<Fault> judgeObjects(String user, String relation, String type) {
        var faults = new ArrayList<Fault>();
        user(user).ifPresent(faults::add);
        type("type", type).or(() -> relation(type, relation)).ifPresent(faults::add);
        return faults;
    }

    /// Of an expansion.
    public List<Fault> judgeExpand(String object, String relation) {
        return object(object).or(() -> relation(Names.type(object), relation)).stream()
                .toList();
    }

    /// Of a list of users.
    public List<Fault> judgeSubjects(String object, String relation, SubjectFilter filter) {
        var faults = new ArrayList<Fault>();
        object(object).or(() -> relation(Names.type(object), relation)).ifPresent(faults::add);
        type("type", filter.type())
                .or(() -> filter.relation().flatMap(its -> relation(filter.type(), its)))
                .ifPresent(faults::add);
        return faults;
    }

    /// @return what is wrong with the name of an object, in the member `object`
    public Optional<Fault> object(String object) {
        if (object.length() > LONGEST_OBJECT || !Spelling.isObject(object))
            return malformed(
                    "object",
                    "An object is TYPE:ID, as document:charter, of " + LONGEST_OBJECT + " characters at most",
                    object);
        if (Names.isEverybody(object)) return malformed("object", "An object is one thing, not all of a type", object);
        return type("object", Names.type(object));
    }

    /// @return what is wrong with the name of a user, in the member `user`
    public Optional<Fault> user(String user) {
        if (user.length() > LONGEST_USER || !Spelling.isUser(user))
            return malformed(
                    "user",
                    "A user is TYPE:ID, TYPE:ID#RELATION or TYPE:*, as person:bob, of " + LONGEST_USER
                            + " characters at most",
                    user);
        if (Names.isUserset(user) && Names.isEverybody(Names.object(user)))
            return malformed("user", "Everybody of a type has no relation", user);
        return type("user", Names.type(user))
                .or(() -> Names.isUserset(user)
                        ? relation(Names.type(user), Names.relation(user))
                                .map(fault -> new Fault("user", fault.kind(), fault.why()))
                        : Optional.empty());
    }

    private Optional<Fault> type(String member, String type) {
        if (!TYPE.matcher(type).matches()) return malformed(member, "A type is a word without : # @ or spaces", type);
        if (model.type(type).isPresent()) return Optional.empty();
        var known = Nearest.to(type, model.types().keySet());
        return Optional.of(new Fault(
                member,
                Fault.Kind.UNKNOWN_TYPE,
                "The model knows no type " + shown(type) + "; it knows " + known + "."));
    }

    private Optional<Fault> relation(String type, String relation) {
        if (!RELATION.matcher(relation).matches())
            return malformed("relation", "A relation is a word without : # @ or spaces", relation);
        if (model.relation(type, relation).isPresent()) return Optional.empty();
        return Optional.of(new Fault("relation", Fault.Kind.UNKNOWN_RELATION, missing(type, relation)));
    }

    private String missing(String type, String relation) {
        var known = model.type(type).map(its -> its.relations().keySet()).orElse(Set.of());
        return "The type " + shown(type) + " has no relation " + shown(relation) + " in the model; it has "
                + Nearest.to(relation, known) + ".";
    }

    private static Optional<Fault> malformed(String member, String expected, String found) {
        return Optional.of(new Fault(member, Fault.Kind.MALFORMED, expected + "; this is \"" + shown(found) + "\"."));
    }

    /// A caller's own words go back to it, but no page of them.
    private static String shown(String found) {
        return found.length() <= LONGEST_SHOWN ? found : found.substring(0, LONGEST_SHOWN) + "…";
    }
}
