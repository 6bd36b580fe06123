package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.migrations.Step.Direction;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What a revision takes away is known from what it says, with no database near.
class DeclaredLossTest {

    private static final Steps GROUND = Steps.first(
            "a1",
            op -> op.createTable(
                    "account",
                    column("id", bigint()).notNull(),
                    column("nick", text()),
                    column("score", bigint()),
                    primaryKey("id")),
            op -> op.dropTable("account"));

    @Test
    void a_dropped_table_and_a_dropped_column_are_losses() {
        assertThat(losses(GROUND, Direction.DOWNGRADE)).containsExactly("table account");
        assertThat(losses(GROUND, Direction.UPGRADE)).isEmpty();
        assertThat(upgrade(op -> op.dropColumn("account", "nick"))).containsExactly("account.nick");
    }

    @Test
    void only_a_type_that_cannot_hold_every_value_is_a_loss() {
        assertThat(upgrade(op -> op.alterColumn("account", column("score", real()))))
                .containsExactly("account.score");
        assertThat(upgrade(op -> op.alterColumn("account", column("score", text()))))
                .isEmpty();
        assertThat(upgrade(op ->
                        op.alterColumn("account", column("score", bigint()).defaultTo("0"))))
                .isEmpty();
    }

    @Test
    void what_the_revision_made_itself_is_no_loss_but_what_it_makes_again_is() {
        assertThat(upgrade(op -> {
                    op.addColumn("account", column("half", text()));
                    op.dropColumn("account", "half");
                }))
                .isEmpty();
        assertThat(upgrade(op -> {
                    op.dropColumn("account", "nick");
                    op.addColumn("account", column("nick", text()));
                }))
                .containsExactly("account.nick");
    }

    @Test
    void text_says_for_itself_what_it_takes_away() {
        assertThat(upgrade(op -> {
                    op.losesData("account", "nick");
                    op.sql("update account set nick = null");
                    op.losesData("account");
                    op.sql("delete from account");
                }))
                .containsExactly("account.nick", "table account");
    }

    private static List<String> upgrade(Consumer<Operations> up) {
        return losses(Steps.after(GROUND, "b2", up, _ -> {}), Direction.UPGRADE);
    }

    private static List<String> losses(Revision revision, Direction direction) {
        var migrations = Migrations.of(
                () -> {
                    throw new AssertionError("no database is asked");
                },
                revision == GROUND ? List.of(GROUND) : List.of(GROUND, revision));
        return migrations.losses(revision, direction).stream()
                .map(Object::toString)
                .toList();
    }
}
