package dev.gatehouse.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.migrations.source.SourceFolder;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Our own history: it ends where the declarations are, and every step has its way back, with people in the house.
@EachDatabase
class RevisionsTest {
    private final TestHouse house;
    private final Migrations migrations;

    RevisionsTest(TestDatabase on) {
        house = TestHouse.on(on);
        migrations = Migrations.of(house.database()::connect, Revisions.all());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void its_head_is_what_the_tables_declare() {
        var comparison = migrations.compare(Tables.ALL);
        assertThat(comparison.inWords()).isEmpty();
        assertThat(comparison.drift()).isEmpty();
        assertThat(comparison.unread()).isEmpty();
    }

    @Test
    void the_last_step_goes_back_and_forth_without_losing_anybody() {
        var bob = house.person("bob");
        migrations.downgrade("-1", true);
        assertThat(migrations.isAtHead()).isFalse();
        migrations.upgrade("head");
        assertThat(migrations.compare(Tables.ALL).isEmpty()).isTrue();
        assertThat(house.caller().signIn(bob.email(), bob.password()).status()).isEqualTo(200);
    }

    @Test
    void from_base_to_head_again_it_ends_at_the_same_tables() {
        house.person("bob");
        migrations.downgrade("base", true);
        assertThat(migrations.current()).isEmpty();
        migrations.upgrade("head");
        assertThat(migrations.compare(Tables.ALL).isEmpty()).isTrue();
    }

    /// Relationships that were there before anybody counted them.
    @Test
    void what_is_there_already_is_counted_by_kind() {
        house.administrator("alice");
        Rows.change(
                house.database(),
                "insert into relationship (tenant_id, object_name, relation, user_name, user_relation, condition_name,"
                        + " revision, written_at) select id, 'door:front', 'opens', 'person:*', '', 'by_day', 1,"
                        + " created_at from tenant union all select id, 'door:front', 'opens',"
                        + " 'group:staff#member', 'member', null, 1, created_at from tenant");
        migrations.downgrade("2e353e0187bf", true);
        migrations.upgrade("head");
        assertThat(house.house().relationships().leftBehind(Tenant.MAIN, AuthorizationModel.EMPTY))
                .extracting(left -> left.relationships() + " " + left)
                .containsExactly(
                        "1 door#opens@group#member",
                        "1 door#opens@person:* with by_day",
                        "1 gatehouse#administrator@person");
    }

    @Test
    void no_step_in_the_folder_is_missing_from_the_list() {
        var folder = new SourceFolder(
                Path.of("src/main/java/dev/gatehouse/revision"), "dev.gatehouse.revision", Optional.of("Revisions"));
        assertThat(folder.folder()).isDirectory();
        assertThatCode(() -> folder.requireComplete(Revisions.all())).doesNotThrowAnyException();
    }
}
