package dev.gatehouse.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `history`, `heads`, `branches`, `show` and `current` over a history that forks, depends and merges; what is
/// expected here is what Alembic 1.20 answered on the same one.
///
/// ```
/// a1 ─ b2 ─ c3 (left) ─────── f6
///        └─ d4 (needs c3) ──┘
/// e5 (other, needs d4)
/// ```
@EachDatabase
class RevisionGraphVerbsTest {

    private final TestDatabase on;

    @TempDir
    private Path folder;

    private Stranger stranger;

    RevisionGraphVerbsTest(TestDatabase on) {
        this.on = on;
    }

    @BeforeEach
    void a_history_with_branches() {
        stranger = new Stranger(on, folder);
        stranger.writesSteps(
                "a1",
                "one",
                List.of(),
                "op.createTable(\"note\", column(\"id\", bigint()).notNull(), column(\"title\", text()), primaryKey(\"id\"));",
                "op.dropTable(\"note\");");
        stranger.writesRevision("b2", "two", List.of("a1"));
        stranger.writesRevision("c3", "left", List.of("b2"), "branchLabels left");
        stranger.writesRevision("d4", "right", List.of("b2"), "dependsOn c3");
        stranger.writesRevision("e5", "dangling", List.of(), "dependsOn d4", "branchLabels other");
    }

    private void merge() {
        stranger.writesRevision("f6", "both", List.of("d4", "c3"));
    }

    @Test
    void history_shows_parents_dependencies_labels_and_marks() {
        assertThat(stranger.hears("history")).isEqualTo("""
                0 <base> (d4) -> e5 (other) (head), dangling
                b2 (c3) -> d4 (effective head), right
                b2 -> c3 (left) (effective head), left
                a1 -> b2 (branchpoint), two
                <base> -> a1, one
                """);
    }

    @Test
    void history_marks_where_the_database_stands_only_when_it_is_asked_to() {
        assertThat(stranger.hears("history", "-i")).doesNotContain("current");
        stranger.says("upgrade", "d4");
        merge();

        assertThat(stranger.hears("history", "-i")).isEqualTo("""
                0 d4, c3 -> f6 (left) (head) (mergepoint), both
                <base> (d4) -> e5 (other) (head), dangling
                b2 (c3) -> d4 (current), right
                b2 -> c3 (left), left
                a1 -> b2 (branchpoint), two
                <base> -> a1, one
                """);
        assertThat(stranger.hears("history")).doesNotContain("current");
    }

    @Test
    void history_of_a_range_includes_both_its_ends() {
        stranger.says("upgrade", "d4");
        merge();

        assertThat(ids("b2:d4")).isEqualTo("d4 c3 b2");
        assertThat(ids(":b2")).isEqualTo("b2 a1");
        assertThat(ids("b2:")).isEqualTo("f6 d4 c3 b2");
        assertThat(ids("current:")).isEqualTo("f6 d4");
        assertThat(ids(":current")).isEqualTo("d4 c3 b2 a1");
        assertThat(ids("a1:+1")).isEqualTo("b2 a1");
        assertThat(ids("-1:b2")).isEqualTo("b2 a1");
        assertThat(ids("base:heads")).isEqualTo("f6 e5 d4 c3 b2 a1");
    }

    private String ids(String range) {
        assertThat(stranger.says("history", "--rev-range", range))
                .as(stranger.err())
                .isZero();
        return stranger.out().replaceAll("(?m)^.*-> (\\w+).*$", "$1").strip().replace("\n", " ");
    }

    @Test
    void history_refuses_what_is_no_range() {
        assertThat(stranger.hears("history", "-r", "b2"))
                .isEqualTo("1 'b2' is no range: History range requires [start]:[end], [start]:, or :[end]\n");
        assertThat(stranger.hears("history", "-r", "a1:b2:c3")).startsWith("1 'a1:b2:c3' is no range");
        assertThat(stranger.hears("history", "-r", "zz:")).isEqualTo("1 Can't locate revision identified by 'zz'\n");
        assertThat(stranger.hears("history", "-r", "d4:b2"))
                .isEqualTo(
                        "1 Requested range d4:b2 does not refer to ancestor/descendant revisions along the same branch\n");
    }

    @Test
    void history_in_full_says_all_that_is_known() {
        assertThat(stranger.says("history", "-v", "-r", ":b2")).isZero();

        assertThat(stranger.out()).isEqualTo("""
                Rev: b2 (branchpoint)
                Parent: a1
                Branches into: c3, d4
                Path: %1$s/Rb2.java
                Created: 2026-11-22T10:00:00Z

                    two

                Rev: a1
                Parent: <base>
                Path: %1$s/Ra1.java
                Created: 2026-11-22T10:00:00Z
                Downgrade takes away: table note

                    one

                """.formatted(stranger.file("versions")));
    }

    @Test
    void heads_lists_the_end_of_each_branch() {
        assertThat(stranger.hears("heads").lines().sorted().toList())
                .containsExactlyInAnyOrder("0 c3 (left) (effective head)", "d4 (effective head)", "e5 (other) (head)");
        assertThat(stranger.hears("heads", "--resolve-dependencies")).isEqualTo("0 e5 (other) (head)\n");
        assertThat(stranger.hears("heads", "-v", "--resolve-dependencies"))
                .startsWith(
                        "0 Rev: e5 (other) (head)\nParent: <base>\nAlso depends on: d4\nBranch names: other\nPath: ");
    }

    @Test
    void branches_lists_where_the_history_forks() {
        assertThat(stranger.hears("branches")).isEqualTo("""
                0 b2 (branchpoint)
                   -> c3 (left) (effective head)
                   -> d4 (effective head)

                """);
        assertThat(stranger.hears("branches", "-v"))
                .startsWith("0 Rev: b2 (branchpoint)\nParent: a1\nBranches into: c3, d4\n")
                .endsWith("   -> c3 (left) (effective head), left\n   -> d4 (effective head), right\n\n");
    }

    @Test
    void show_finds_a_revision_by_every_name_that_it_has() {
        stranger.says("upgrade", "d4");
        merge();

        assertThat(stranger.hears("show", "f6"))
                .startsWith("0 Rev: f6 (left) (head) (mergepoint)\nMerges: d4, c3\nBranch names: left\n");
        assertThat(stranger.hears("show", "left@head")).startsWith("0 Rev: f6 ");
        assertThat(stranger.hears("show", "f")).startsWith("0 Rev: f6 ");
        assertThat(stranger.hears("show", "current")).startsWith("0 Rev: d4\nParent: b2\nAlso depends on: c3\n");
        assertThat(stranger.hears("show", "heads")).contains("Rev: f6 ").contains("Rev: e5 ");
        assertThat(stranger.hears("show", "a1", "b2")).contains("Rev: a1\n").contains("Rev: b2 ");
    }

    @Test
    void show_refuses_what_it_cannot_find() {
        assertThat(stranger.hears("show", "head")).startsWith("1 Multiple head revisions are present");
        assertThat(stranger.hears("show", "zz")).isEqualTo("1 Can't locate revision identified by 'zz'\n");
    }

    @Test
    void current_lists_the_rows_and_makes_no_table() {
        assertThat(stranger.hears("current")).isEqualTo("0 <base>\n");
        assertThat(stranger.hears("check")).startsWith("1 Target database is not up to date");
        stranger.runs("create table schema_revision (revision text not null primary key)");
        assertThat(stranger.hears("current")).isEqualTo("0 <base>\n");
        stranger.runs("drop table schema_revision");

        stranger.says("upgrade", "d4");
        assertThat(stranger.hears("current")).isEqualTo("0 d4 (effective head)\n");
        assertThat(stranger.hears("current", "-v")).startsWith("0 Rev: d4 (effective head)\nParent: b2\n");
        stranger.says("upgrade", "heads");
        assertThat(stranger.hears("current")).isEqualTo("0 e5 (other) (head)\n");
    }

    @Test
    void current_can_ask_whether_every_head_is_there() {
        stranger.says("upgrade", "d4");
        assertThat(stranger.hears("current", "--check-heads"))
                .isEqualTo("1 Database is not on all head revisions: it stands at d4\n");
        assertThat(stranger.says("current", "--check-heads", "--json")).isOne();
        assertThat(stranger.document()).startsWith("{current:[d4],at_head:false,");
        stranger.says("upgrade", "heads");
        assertThat(stranger.hears("current", "--check-heads")).isEqualTo("0 e5 (other) (head)\n");
    }

    @Test
    void a_row_that_no_revision_has_is_named() {
        stranger.says("upgrade", "b2");
        stranger.runs("update schema_revision set revision = 'nope'");

        for (var verb : List.of("current", "show current", "history -r current:")) {
            assertThat(stranger.hears(verb.split(" ")))
                    .as(verb)
                    .startsWith("1 ")
                    .contains("'nope'")
                    .hasLineCount(1);
        }
        assertThat(stranger.hears("history", "-i")).startsWith("0 <base> (d4) -> e5");
    }

    @Test
    void a_machine_reads_one_document_from_each() {
        stranger.says("upgrade", "heads");
        var b2 = "{revision:b2,parents:[a1],children:[c3,d4],depends_on:[],labels:[],marks:[branchpoint],message:two,"
                + "class:versions.Rb2,path:%s,created:2026-11-22T10:00:00Z,upgrade_takes_away:[],downgrade_takes_away:[]}";
        var fork = b2.formatted(stranger.file("versions/Rb2.java"));

        stranger.says("show", "b2", "--json");
        assertThat(stranger.document()).isEqualTo("{revisions:[%s]}".formatted(fork));
        stranger.says("branches", "--json");
        assertThat(stranger.document()).isEqualTo("{branches:[%s]}".formatted(fork));
        stranger.says("heads", "--json", "--resolve-dependencies");
        assertThat(stranger.document()).startsWith("{heads:[{revision:e5,");
        stranger.says("history", "--json", "-i", "-r", "b2:");
        assertThat(stranger.document())
                .startsWith(
                        "{revisions:[{revision:d4,parents:[b2],children:[],depends_on:[c3],labels:[],marks:[effective head],");
        stranger.says("current", "--json");
        assertThat(stranger.document())
                .startsWith(
                        "{current:[e5],at_head:true,revisions:[{revision:e5,parents:[],children:[],depends_on:[d4],labels:[other],marks:[head],");
    }
}
