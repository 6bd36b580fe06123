package dev.gatehouse.permissions.model;

import java.util.List;

/// What makes somebody have a relation to an object: the theory of this language on one page.
///
/// @spec https://research.google/pubs/pub48190/ Zanzibar §2.3.1
public sealed interface Rewrite {

    /// Whoever a relationship names: a person, everybody of a type, or all who have a relation to something
    /// else.
    record This() implements Rewrite {}

    /// Whoever has another relation to the same object: `viewer` in `define reader: viewer`.
    record ComputedUserset(String relation) implements Rewrite {
        public ComputedUserset {
            relation = relation.intern();
        }
    }

    /// Whoever has a relation to something that the object names: `viewer from parent`.
    ///
    /// @param tupleset the relation that leads to the other objects, `parent`
    /// @param computed what is asked of them, `viewer`
    record TupleToUserset(String tupleset, String computed) implements Rewrite {
        public TupleToUserset {
            tupleset = tupleset.intern();
            computed = computed.intern();
        }
    }

    /// Whoever one of the children holds for.
    record Union(List<Rewrite> children) implements Rewrite {
        public Union {
            children = atLeastOne(children);
        }
    }

    /// Whoever all of the children hold for.
    record Intersection(List<Rewrite> children) implements Rewrite {
        /// An empty intersection would hold for everybody.
        public Intersection {
            children = atLeastOne(children);
        }
    }

    /// Whoever the base holds for, `but not` those for whom the other does.
    record Exclusion(Rewrite base, Rewrite subtract) implements Rewrite {}

    private static List<Rewrite> atLeastOne(List<Rewrite> children) {
        if (children.isEmpty()) throw new IllegalArgumentException("a union or an intersection needs a child");
        return List.copyOf(children);
    }
}
