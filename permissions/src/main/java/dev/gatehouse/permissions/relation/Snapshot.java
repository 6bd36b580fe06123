package dev.gatehouse.permissions.relation;

/// All relationships at one moment.
///
/// Things and users are known by *nodes*, numbers that hold good for this snapshot only: comparing numbers is
/// what makes answers quick. A node stands for an object (`document:charter`), a userset
/// (`group:staff#member`) or everybody of a type (`person:*`).
///
/// Nodes and the numbers of conditions count from below; the highest ones are left to [ContextualSnapshot].
/// What is asked about [#NOBODY] is answered as of a node that has no relationships.
///
/// Whoever implements it is right or slow, never wrong: two snapshots of the same moment answer alike.
public interface Snapshot {

    /// The node of a name of which no relationship says anything.
    int NOBODY = -1;

    /// There is no such relationship.
    int ABSENT = -1;

    /// There is such a relationship, and it carries no condition.
    int PLAIN = 0;

    /// @param name `document:charter`, `group:staff#member` or `person:*`
    /// @return its node, or [#NOBODY]; it may still be a node when the last relationship that named it is
    ///     gone. It is the same whenever it is asked for
    int find(String name);

    /// The node of a userset, of whose object the node is known.
    ///
    /// @return as of [#find]
    default int userset(int object, String relation) {
        return object == NOBODY ? NOBODY : find(Names.userset(name(object), relation));
    }

    /// Whether looking costs next to nothing. Where each look is a statement to a database, one looks at
    /// little rather than quickly.
    default boolean isQuick() {
        return true;
    }

    /// @return what [#find] finds the node by
    String name(int node);

    /// The type of an object, of a userset's object, or of everybody; interned.
    String type(int node);

    /// Whether it is all who have a relation to an object, as `group:staff#member`.
    boolean isUserset(int node);

    /// The object of a userset.
    int object(int userset);

    /// The relation of a userset; interned.
    String relation(int userset);

    /// Whether a relationship stands between them.
    ///
    /// @param user any node, looked for as it is
    /// @return [#ABSENT], [#PLAIN], or a number above for [#condition]
    int edge(int object, String relation, int user);

    /// @param edge a number above [#PLAIN] that this snapshot gave
    ConditionUse condition(int edge);

    /// Whom relationships name: everybody that has the relation to the object directly.
    Edges users(int object, String relation);

    /// Those of [#users] that are usersets.
    Edges usersets(int object, String relation);

    /// To which objects of a type relationships give a user the relation.
    Edges objects(int user, String type, String relation);
}
