package dev.gatehouse.group;

import dev.gatehouse.relation.ChangeFault;
import java.util.List;

/// What became of the wish to add a member to a group, or to take one out.
public sealed interface Membership {

    /// It is as was wished, maybe since before.
    record Settled() implements Membership {}

    record NoSuchGroup() implements Membership {}

    /// There is no such account, client or group.
    record NoSuchSubject() implements Membership {}

    /// The group would be a member of itself.
    record Circle() implements Membership {}

    /// More groups would stand in one another than questions can follow.
    record TooDeep(int most) implements Membership {}

    /// The tenant's own model has another idea of groups.
    record NotInModel(List<ChangeFault> faults) implements Membership {}
}
