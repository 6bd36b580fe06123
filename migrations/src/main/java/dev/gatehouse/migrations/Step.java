package dev.gatehouse.migrations;

import java.util.Set;

/// One revision run in one direction, with the rows of the version table before and after it.
///
/// @param revision what runs
/// @param direction up or down
/// @param before the heads that the database stands at before the step
/// @param after the heads that it stands at afterwards
public record Step(Revision revision, Direction direction, Set<String> before, Set<String> after) {

    /// Which of a revision's two ways is walked.
    public enum Direction {
        UPGRADE,
        DOWNGRADE
    }

    public Step {
        before = Set.copyOf(before);
        after = Set.copyOf(after);
    }

    /// The step as Alembic words it: `a -> b, message`.
    @Override
    public String toString() {
        return "%s -> %s, %s".formatted(from(), to(), Ids.message(revision));
    }

    private String from() {
        return direction == Direction.UPGRADE ? Ids.of(revision.parents()) : revision.id();
    }

    private String to() {
        return direction == Direction.UPGRADE ? revision.id() : Ids.of(revision.parents());
    }
}
