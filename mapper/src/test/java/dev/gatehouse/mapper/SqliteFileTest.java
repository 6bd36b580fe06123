package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.TenantTable.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {
    private final TestDatabase on = new TestDatabase(Dialect.SQLITE);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        on.close();
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void the_file_its_journals_and_its_folder_are_their_owners_alone() throws Exception {
        var file = folder.resolve("data").resolve("gatehouse.db");
        try (var database = Database.open(DatabaseSettings.sqlite(file))) {
            database.run(tx -> tx.sql("create table x (y integer)").run());
            assertThat(mode(file)).isEqualTo("rw-------");
            assertThat(mode(file.resolveSibling("gatehouse.db-wal"))).isEqualTo("rw-------");
            assertThat(mode(file.resolveSibling("gatehouse.db-shm"))).isEqualTo("rw-------");
            assertThat(mode(file.getParent())).isEqualTo("rwx------");
        }
        assertThat(file.resolveSibling("gatehouse.db-wal")).doesNotExist();
    }

    @Test
    void connections_are_set_up_for_safety() throws Exception {
        var file = new SqliteFile((DatabaseSettings.Sqlite) on.fresh());
        try (var writer = file.writer();
                var reader = file.reader()) {
            for (var session : List.of(writer, reader)) {
                assertThat(pragma(session, "journal_mode")).isEqualTo("wal");
                assertThat(pragma(session, "synchronous")).isEqualTo("2");
                assertThat(pragma(session, "foreign_keys")).isEqualTo("1");
                assertThat(pragma(session, "busy_timeout")).isEqualTo("10000");
                assertThat(pragma(session, "journal_size_limit")).isEqualTo("67108864");
            }
            assertThat(pragma(writer, "query_only")).isEqualTo("0");
            assertThat(pragma(reader, "query_only")).isEqualTo("1");
        }
    }

    private static String pragma(SqliteSession session, String name) throws SQLException {
        try (var statement = session.connection().createStatement();
                var answer = statement.executeQuery("pragma " + name)) {
            answer.next();
            return answer.getString(1);
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws Exception {
        var blocked = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Database.open(DatabaseSettings.sqlite(blocked.resolve("gatehouse.db"))))
                .isInstanceOf(DatabaseDown.class)
                .hasMessageContaining("gatehouse.db");
    }

    @Test
    void a_file_that_is_no_database_is_named() throws Exception {
        var text =
                Files.writeString(folder.resolve("notes.db"), "these are not the bytes you are looking for".repeat(50));
        assertThatThrownBy(() -> Database.open(DatabaseSettings.sqlite(text)))
                .isInstanceOf(DatabaseDown.class)
                .hasMessageContaining("notes.db");
    }

    @Test
    void a_copy_is_whole_and_private_while_work_goes_on() throws Exception {
        var database = on.open(TENANT);
        database.run(tx -> tx.insert(TENANT.tenant, new Tenant("main", "Main")));
        var copy = folder.resolve("copy.db");
        database.copyTo(copy);
        database.run(tx -> tx.insert(TENANT.tenant, new Tenant("later", "Later")));
        assertThat(mode(copy)).isEqualTo("rw-------");
        try (var copied = Database.open(DatabaseSettings.sqlite(copy))) {
            var ids = copied.read(tx -> tx.select(Projection.of(TENANT.id)).list());
            assertThat(ids).containsExactly("main");
        }
        assertThatThrownBy(() -> database.copyTo(copy)).hasMessageContaining("there is a file already");
    }

    @Test
    void a_connection_of_its_own_changes_the_schema_beside_the_writer() throws Exception {
        var database = on.open(TENANT);
        database.run(tx -> tx.insert(TENANT.tenant, new Tenant("main", "Main")));
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter table tenant add column motto text");
            connection.commit();
        }
        int rows = database.write(
                tx -> tx.sql("update {} set motto = 'on'", TENANT).run());
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void another_process_that_holds_the_lock_makes_the_database_busy() throws Exception {
        var settings = (DatabaseSettings.Sqlite) on.fresh();
        var database = on.open(settings.patience(Duration.ofSeconds(1)), InstantSource.system(), TENANT);
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("begin immediate");
            assertThatThrownBy(() -> database.run(tx -> tx.insert(TENANT.tenant, new Tenant("main", "Main"))))
                    .isInstanceOf(DatabaseBusy.class)
                    .hasMessageContaining("another process holds the database's lock");
            long readable = database.read(tx -> tx.count(TENANT));
            assertThat(readable).isZero();
            statement.execute("rollback");
        }
        database.run(tx -> tx.insert(TENANT.tenant, new Tenant("main", "Main")));
    }

    @Test
    void the_log_is_emptied_when_nobody_writes() throws Exception {
        var settings = (DatabaseSettings.Sqlite) on.fresh();
        var database = on.open(settings, InstantSource.system(), TENANT);
        var commits = new AtomicLong();
        var checkpoints = new Checkpoints(new SqliteFile(settings), commits::get);
        database.run(tx -> tx.insert(TENANT.tenant, new Tenant("main", "Main")));
        var log = Path.of(settings.file() + "-wal");
        assertThat(log).isNotEmptyFile();
        commits.incrementAndGet();
        for (int turn = 0; turn < 12; turn++) checkpoints.checkpoint();
        assertThat(log).isEmptyFile();
        checkpoints.close();
    }

    @Test
    void the_native_library_is_unpacked_once_and_not_trusted_if_others_can_write_it() throws Exception {
        var home = NativeLibrary.unpacked(folder);
        assertThat(mode(home)).isEqualTo("rwx------");
        var library = Files.list(home).findFirst().orElseThrow();
        var first = Files.readAttributes(library, BasicFileAttributes.class).fileKey();
        NativeLibrary.unpacked(folder);
        assertThat(Files.readAttributes(library, BasicFileAttributes.class).fileKey())
                .isEqualTo(first);
        Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rwxrw-rw-"));
        NativeLibrary.unpacked(folder);
        assertThat(mode(library)).isEqualTo("rwx------");
        assertThat(home).isDirectoryContaining("glob:**sqlitejdbc*");
    }

    @Test
    void readers_are_bounded_and_who_gets_none_in_time_is_told() {
        var settings = (DatabaseSettings.Sqlite) on.fresh();
        var patient = settings.readers(1).patience(Duration.ofMillis(100));
        var readers = new Readers(new SqliteFile(patient), patient);
        var taken = readers.take();
        assertThatThrownBy(readers::take).isInstanceOf(DatabaseBusy.class).hasMessageContaining("all 1 readers");
        readers.giveBack(taken);
        assertThat(readers.take()).isSameAs(taken);
        readers.giveBack(taken);
        readers.close();
        assertThatThrownBy(readers::take).hasMessageContaining("closed");
    }

    @Test
    void kept_statements_are_bounded_and_closed() throws SQLException {
        var settings = (DatabaseSettings.Sqlite) on.fresh();
        try (var connection = new SqliteFile(settings).connect()) {
            var cache = new StatementCache(connection, 2);
            var one = cache.acquire("select 1");
            assertThat(cache.acquire("select 1").statement()).isNotSameAs(one.statement());
            one.close();
            assertThat(cache.acquire("select 1")).isSameAs(one);
            cache.acquire("select 2").close();
            cache.acquire("select 3").close();
            assertThat(cache.size()).isEqualTo(2);
            assertThat(one.statement().isClosed())
                    .as("evicted but still in use")
                    .isFalse();
            one.close();
            assertThat(one.statement().isClosed()).isTrue();
            var three = cache.acquire("select 3");
            three.close();
            cache.close();
            assertThat(three.statement().isClosed()).isTrue();
        }
    }
}
