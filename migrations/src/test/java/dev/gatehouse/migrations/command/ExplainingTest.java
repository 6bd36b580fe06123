package dev.gatehouse.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody reads, and what a machine reads, when a verb does not do what it was asked to.
@EachDatabase
class ExplainingTest {

    private final TestDatabase on;

    @TempDir
    private Path folder;

    private Stranger stranger;

    ExplainingTest(TestDatabase on) {
        this.on = on;
    }

    @BeforeEach
    void init() {
        stranger = new Stranger(on, folder);
    }

    @Test
    void a_refusal_is_one_line_on_standard_error_and_exit_code_1() {
        assertThat(stranger.says("upgrade", "abc")).isOne();
        assertThat(stranger.out()).isEmpty();
        assertThat(stranger.err()).isEqualTo("Can't locate revision identified by 'abc'\n");
    }

    @Test
    void a_wrong_call_is_exit_code_2_with_the_word_that_was_meant() {
        assertThat(stranger.run("upgrad", "head")).isEqualTo(2);
        assertThat(stranger.err()).contains("'upgrad'").contains("Did you mean: migrations upgrade");
        assertThat(stranger.says("check", "--jsno")).isEqualTo(2);
        assertThat(stranger.err()).isEqualTo("""
                Unknown option: '--jsno'
                Possible solutions: --json
                `migrations check --help` says more.
                """);
        assertThat(stranger.run()).isEqualTo(2);
    }

    @Test
    void a_machine_reads_a_refusal_where_it_reads_an_answer() {
        assertThat(stranger.says("upgrade", "abc", "--json")).isOne();
        assertThat(stranger.document()).isEqualTo("{error:Can't locate revision identified by 'abc',reason:refused}");
        assertThat(stranger.err()).isEmpty();
    }

    @Test
    void a_machine_reads_a_wrong_call_there_too() {
        assertThat(stranger.says("check", "--json", "--bogus")).isEqualTo(2);
        assertThat(stranger.document()).isEqualTo("{error:Unknown option: '--bogus',reason:wrong call}");
        assertThat(stranger.err()).isEmpty();
    }

    @Test
    void a_machine_reads_what_would_be_lost_as_numbers() {
        stranger.writesSteps(
                "a1",
                "one",
                List.of(),
                "op.createTable(\"note\", column(\"id\", bigint()).notNull(), primaryKey(\"id\"));",
                "op.dropTable(\"note\");");
        stranger.says("upgrade", "head");
        stranger.runs("insert into note (id) values (1), (2)");

        assertThat(stranger.says("downgrade", "base", "--json")).isOne();
        assertThat(stranger.document())
                .startsWith("{error:this would destroy data: ")
                .endsWith(",reason:data loss,losses:[{table:note,column:null,rows:2}]}");
        assertThat(stranger.says("current", "--json")).isZero();
        assertThat(stranger.document()).startsWith("{current:[a1],");
    }

    @Test
    void a_trace_is_shown_when_it_is_asked_for_before_or_after_the_verb() {
        stranger.says("upgrade", "abc");
        assertThat(stranger.err()).doesNotContain("at dev.gatehouse");
        stranger.says("upgrade", "abc", "--trace");
        assertThat(stranger.err())
                .contains("at dev.gatehouse")
                .endsWith("\nCan't locate revision identified by 'abc'\n");
        stranger.says("--trace", "upgrade", "abc");
        assertThat(stranger.err()).contains("at dev.gatehouse");
    }

    @Test
    void a_trace_leaves_a_machines_document_alone() {
        assertThat(stranger.says("upgrade", "abc", "--trace", "--json")).isOne();
        assertThat(stranger.document()).startsWith("{error:");
        assertThat(stranger.err()).contains("at dev.gatehouse");
    }

    @Test
    void every_verb_has_its_help_and_the_exit_codes_are_in_it() {
        assertThat(stranger.run("--help")).isZero();
        assertThat(stranger.out()).contains("Exit codes:", "0   done", "1   refused", "2   called wrongly");
        var verbs = StandAlone.commandLine(java.util.Map.of()).getSubcommands().keySet();
        assertThat(verbs).contains("init", "check", "current", "history", "heads", "branches", "show");
        for (var verb : verbs) {
            assertThat(stranger.run(verb, "--help")).as(verb).isZero();
            assertThat(stranger.out())
                    .as(verb)
                    .startsWith("Usage: migrations " + verb)
                    .contains("--json");
        }
    }

    @Test
    void nothing_but_text_is_written_where_no_terminal_is() {
        stranger.writesRevision("a1", "one", List.of());
        for (var verb : List.of("history", "heads", "check", "current")) {
            stranger.says(verb);
            assertThat(stranger.out() + stranger.err()).as(verb).doesNotContain("\u001B");
        }
    }
}
