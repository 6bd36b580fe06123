package dev.gatehouse.migrations;

import java.util.List;

/// One step in a schema's history, and its way back.
///
/// A revision is written in neutral [Operations], so the same file serves SQLite and PostgreSQL. Once others have
/// run it, a revision is history: write a new one rather than change it.
public interface Revision {

    /// Names this step for ever; `revision` makes twelve hexadecimal digits. Letters, digits and `_` are allowed.
    String id();

    /// The steps this one stands on: none for the first, one as a rule, several for a merge of branches.
    List<String> parents();

    /// Steps of other branches that must have run before this one and may be undone only after it. They are no
    /// parents: the branches stay apart. Whole ids, or the label of the revision that is meant.
    default List<String> dependsOn() {
        return List.of();
    }

    /// Names for the branch that begins here: `label@head` means the head that stands on this step. No two
    /// revisions share one.
    default List<String> branchLabels() {
        return List.of();
    }

    /// One line for people: what changes, as `history` and `upgrade` print it.
    String message();

    /// Takes the schema from the parents' shape to this one.
    void upgrade(Operations op);

    /// Takes the schema back again, the exact inverse of [#upgrade].
    void downgrade(Operations op);
}
