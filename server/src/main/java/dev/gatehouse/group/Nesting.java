package dev.gatehouse.group;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.RelationshipFilter;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.relation.StoredRelationship;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Which groups stand in which, as far as a new member matters.
///
/// It goes level by level, so that it finds the longest way there is and ends even where relationships that
/// were written elsewhere make a circle.
final class Nesting {

    /// A check follows 25 relations; this leaves as many again for what groups are used in.
    static final int MOST_LEVELS = 10;

    private static final int PAGE = 500;

    private final Relationships relationships;
    private final ReadTx tx;
    private final String tenantId;

    Nesting(Relationships relationships, ReadTx tx, String tenantId) {
        this.relationships = relationships;
        this.tx = tx;
        this.tenantId = tenantId;
    }

    /// What is wrong with the one group being in the other, which the relationships say already.
    Optional<Membership> fault(String inner, String outer) {
        if (inner.equals(outer)) return Optional.of(new Membership.Circle());
        var level = Set.of(outer);
        var above = 0;
        while (!level.isEmpty()) {
            if (level.contains(inner)) return Optional.of(new Membership.Circle());
            if (++above > MOST_LEVELS) return tooDeep();
            level = next(level, this::groupsOf);
        }
        return above + levelsBelow(inner, MOST_LEVELS - above) > MOST_LEVELS ? tooDeep() : Optional.empty();
    }

    private int levelsBelow(String group, int most) {
        var level = Set.of(group);
        var below = 0;
        while (!level.isEmpty() && below <= most) {
            below++;
            level = next(level, this::groupsIn);
        }
        return below;
    }

    private static Set<String> next(Set<String> level, Function<String, Set<String>> step) {
        var next = new TreeSet<String>();
        level.forEach(group -> next.addAll(step.apply(group)));
        return next;
    }

    private Set<String> groupsOf(String group) {
        var about = RelationshipFilter.ofUser(Names.userset(group, Grantee.MEMBER))
                .withObjectType(Grantee.GROUP)
                .withRelation(Grantee.MEMBER);
        return all(about, Relationship::object);
    }

    private Set<String> groupsIn(String group) {
        var about =
                RelationshipFilter.ofObject(group).withRelation(Grantee.MEMBER).withUserType(Grantee.GROUP);
        return all(about, member -> Names.object(member.user()));
    }

    private Set<String> all(RelationshipFilter about, Function<Relationship, String> side) {
        var found = new TreeSet<String>();
        var last = Optional.<Relationship>empty();
        do {
            var page = relationships.list(tx, tenantId, about, last, PAGE).stream()
                    .map(StoredRelationship::relationship)
                    .toList();
            page.forEach(each -> found.add(side.apply(each)));
            last = page.size() < PAGE ? Optional.empty() : Optional.of(page.getLast());
        } while (last.isPresent());
        return found;
    }

    private static Optional<Membership> tooDeep() {
        return Optional.of(new Membership.TooDeep(MOST_LEVELS));
    }
}
