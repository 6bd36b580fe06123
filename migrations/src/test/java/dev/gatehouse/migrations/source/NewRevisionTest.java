package dev.gatehouse.migrations.source;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.BOOLEAN;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.Default.defaultsTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.ColumnType;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.OnDelete;
import dev.gatehouse.mapper.Table;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.migrations.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A developer's day: declare, generate, compile, run, change, and again. What was generated on this database
/// runs on the other one.
@EachDatabase
class NewRevisionTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    private enum Status {
        ACTIVE,
        DISABLED
    }

    private static final class TenantTable extends Table {
        final Column<String> id = notNull("id", TEXT);

        TenantTable() {
            super("tenant");
            primaryKey(id);
        }
    }

    private static class AccountTable extends Table {
        final Column<Long> id = notNull("id", BIGINT);
        final Column<String> tenantId = notNull("tenant_id", TEXT);
        final Column<Status> status = notNull("status", ColumnType.text(Status.class), defaultsTo(Status.ACTIVE));
        final Column<Boolean> isAdmin = notNull("is_admin", BOOLEAN, defaultsTo(false));
        final Column<Instant> createdAt = notNull("created_at", INSTANT, defaultsTo(Instant.EPOCH));

        AccountTable(TenantTable tenant) {
            super("account");
            primaryKey(id);
            foreignKey("fk_account_tenant", tenantId, tenant.id, OnDelete.CASCADE);
            index("ix_account_created", createdAt.desc(), id).where("not is_admin");
        }
    }

    private static final class ChangedAccountTable extends AccountTable {
        final Column<String> nick = nullable("nick", TEXT);

        ChangedAccountTable(TenantTable tenant) {
            super(tenant);
            unique("uq_account_nick", nick);
        }
    }

    private final Database database;
    private final TestDatabase other;

    @TempDir
    private Path folder;

    NewRevisionTest(TestDatabase on) {
        database = on.open();
        other = new TestDatabase(on.dialect() == Dialect.SQLITE ? Dialect.POSTGRES : Dialect.SQLITE);
    }

    private SourceFolder sources() {
        return new SourceFolder(folder, "revision", Optional.of("Revisions"));
    }

    private NewRevision.Written generate(String message, Table... tables) throws IOException {
        return new NewRevision(migrations(), sources(), NOON).autogenerate(Draft.of(message), List.of(tables), false);
    }

    private Migrations migrations() throws IOException {
        return Migrations.of(database::connect, compiled());
    }

    /// What a build makes of the folder: its list of revisions.
    private List<Revision> compiled() throws IOException {
        try (var files = Files.list(folder)) {
            var sources = files.sorted().toList();
            if (sources.isEmpty()) return List.of();
            var all = Compiling.compile(sources)
                    .loadClass("revision.Revisions")
                    .getMethod("all")
                    .invoke(null);
            var revisions = new ArrayList<Revision>();
            for (var revision : (List<?>) all) revisions.add((Revision) revision);
            return revisions;
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void a_day() throws IOException {
        var tenant = new TenantTable();
        generate("first tables", tenant, new AccountTable(tenant));
        assertThat(migrations().upgrade("head").steps()).hasSize(1);
        assertThat(generate("nothing", tenant, new AccountTable(tenant)).file())
                .as("nothing differs")
                .isEmpty();

        var second = generate("nick names", tenant, new ChangedAccountTable(tenant));
        assertThat(second.comparison().orElseThrow().inWords())
                .containsExactly("added column account.nick", "added unique account.uq_account_nick");
        assertThatThrownBy(() -> generate("too early", tenant))
                .hasMessageStartingWith("Target database is not up to date");
        assertThat(migrations().upgrade("head").steps()).hasSize(1);
        assertThat(generate("nothing", tenant, new ChangedAccountTable(tenant)).file())
                .isEmpty();

        migrations().downgrade("-1");
        migrations().upgrade("head");
        var elsewhere = Migrations.of(other.open()::connect, compiled());
        elsewhere.upgrade("head");
        assertThat(elsewhere
                        .compare(List.of(tenant, new ChangedAccountTable(tenant)))
                        .upgrade())
                .as("what was generated here runs there")
                .isEmpty();
        elsewhere.downgrade("base");
        other.close();
    }

    @Test
    void a_file_says_what_it_takes_away_and_what_going_back_does() throws IOException {
        var tenant = new TenantTable();
        generate("first tables", tenant, new AccountTable(tenant));
        migrations().upgrade("head");
        var second = generate("nick names", tenant, new ChangedAccountTable(tenant));
        migrations().upgrade("head");
        var third = generate("no nick names", tenant, new AccountTable(tenant));

        assertThat(second.file().orElseThrow()).content().contains("\n/// Going back takes data away: account.nick.\n");
        assertThat(third.file().orElseThrow()).content().contains("\n/// Takes data away: account.nick.\n");
    }

    @Test
    void a_plain_revision_is_written_and_stands_on_the_head() throws IOException {
        new NewRevision(migrations(), sources(), NOON).plain(Draft.of("first"));
        new NewRevision(migrations(), sources(), NOON).plain(Draft.of("second"));

        assertThat(compiled()).extracting(Revision::message).containsExactly("first", "second");
        assertThat(compiled().getLast().parents())
                .containsExactly(compiled().getFirst().id());
    }

    @Test
    void a_revision_that_is_not_compiled_in_stops_the_next_one() throws IOException {
        Files.writeString(folder.resolve("R0123456789ab_Forgotten.java"), "");
        var next = new NewRevision(Migrations.of(database::connect, List.of()), sources(), NOON);

        assertThatThrownBy(() -> next.plain(Draft.of("second")))
                .hasMessage(
                        "R0123456789ab_Forgotten in %s is not compiled in: build first, and see that Revisions lists it"
                                .formatted(folder));
    }

    @Test
    void a_message_is_needed() {
        var next = new NewRevision(Migrations.of(database::connect, List.of()), sources(), NOON);

        assertThatThrownBy(() -> next.plain(Draft.of(" "))).hasMessageContaining("-m");
    }
}
