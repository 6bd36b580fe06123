package dev.gatehouse.role;

import dev.gatehouse.relation.ChangeFault;
import java.util.List;

/// What became of the wish to define or remove a role, or to give or take it.
public sealed interface RoleChange {

    /// It is as was wished, maybe since before.
    record Settled() implements RoleChange {}

    record NoSuchRole() implements RoleChange {}

    /// There is no such account, client or group.
    record NoSuchSubject() implements RoleChange {}

    /// The tenant's own model has another idea of roles.
    record NotInModel(List<ChangeFault> faults) implements RoleChange {}

    /// Undoes a transaction, and carries why out of it. It never leaves this room.
    final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient RoleChange outcome;

        Undone(RoleChange outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }

        RoleChange outcome() {
            return outcome;
        }
    }
}
