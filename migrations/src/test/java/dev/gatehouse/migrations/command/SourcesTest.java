package dev.gatehouse.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A mistake in a project's sources is one line with its file, and nothing runs.
@EachDatabase
class SourcesTest {

    private static final String REVISION = "versions/Ra1.java";
    private static final String COMPILED = ".compiled/classes.zip";

    private final TestDatabase on;

    @TempDir
    private Path folder;

    private Stranger stranger;

    SourcesTest(TestDatabase on) {
        this.on = on;
    }

    @BeforeEach
    void a_project_with_a_revision() {
        stranger = new Stranger(on, folder);
        stranger.writesRevision("a1", "one", List.of());
    }

    @Test
    void a_mistake_that_the_compiler_finds_has_line_and_column() {
        stranger.edits(REVISION, "return \"one\"", "return 1");
        refused(REVISION, ":15:38: incompatible types: int cannot be converted to java.lang.String");
    }

    @Test
    void many_mistakes_are_not_all_shown() {
        stranger.edits(
                REVISION, "public String id()", "A a; B b; C c; D d; E e; F f; G g; H h; I i; public String id()");

        assertThat(stranger.hears("heads")).hasLineCount(9).endsWith("and 1 more errors\n");
    }

    @Test
    void a_class_that_is_not_public_is_refused() {
        stranger.edits(REVISION, "public final class", "final class");
        refused(REVISION, ": the class must be public and have a public constructor without parameters");
    }

    @Test
    void a_class_that_is_not_named_like_its_file_is_refused() {
        stranger.edits(REVISION, "public final class Ra1", "final class Other");
        refused(REVISION, " must hold the class versions.Ra1");
    }

    @Test
    void a_constructor_that_throws_is_named_with_its_line() {
        stranger.edits(
                REVISION,
                "public String id()",
                "public Ra1() { throw new IllegalStateException(\"oops\"); }\npublic String id()");
        refused(REVISION, ":13: its constructor threw java.lang.IllegalStateException: oops");
    }

    @Test
    void a_revision_without_a_message_is_refused() {
        stranger.edits(REVISION, "return \"one\"", "return null");
        refused(REVISION, ": message() answers null");
    }

    @Test
    void a_file_that_is_not_utf_8_is_refused() throws IOException {
        Files.write(
                stranger.file(REVISION),
                stranger.reads(REVISION).replace("/// one", "/// für").getBytes(StandardCharsets.ISO_8859_1));
        refused(REVISION, " is not written in UTF-8");
    }

    @Test
    void a_model_that_declares_nothing_is_refused() {
        stranger.says("upgrade", "head");
        stranger.edits("Model.java", "implements DeclaredTables", "");
        stranger.edits("Model.java", "@Override", "");

        assertThat(stranger.hears("check"))
                .isEqualTo("1 %s must implement DeclaredTables\n".formatted(stranger.file("Model.java")));
    }

    @Test
    void an_upgrade_that_throws_is_undone_and_named_with_its_line() {
        stranger.writesSteps("b2", "two", List.of("a1"), "throw new IllegalStateException(\"oops\");", "");

        assertThat(stranger.hears("upgrade", "head"))
                .isEqualTo("1 revision b2 (two): Rb2.java:16: java.lang.IllegalStateException: oops\n");
        assertThat(stranger.hears("current")).isEqualTo("0 <base>\n");
    }

    @Test
    void classes_beside_the_model_and_beside_the_revisions_can_be_used() {
        stranger.writes("Names.java", "final class Names { static final String TITLE = \"title\"; }");
        stranger.edits("Model.java", "notNull(\"title\", TEXT)", "notNull(Names.TITLE, TEXT)");
        stranger.writes(
                "versions/Words.java", "package versions; final class Words { static final String ONE = \"one\"; }");
        stranger.edits(REVISION, "return \"one\"", "return Words.ONE");
        stranger.says("upgrade", "head");

        assertThat(stranger.hears("heads")).isEqualTo("0 a1 (head)\n");
        assertThat(stranger.hears("check")).startsWith("1 New upgrade operations detected:\n  added table note\n");
    }

    private static final String NAMES =
            "package shop; public class Names { public static String more() { return \"%s\"; } }";

    @Test
    void the_model_can_use_the_classes_of_an_application() throws IOException {
        stranger.edits(
                "Model.java",
                "NoteTable() {",
                "final Column<String> more = nullable(shop.Names.more(), TEXT); NoteTable() {");
        stranger.edits("migrations.properties", "# classpath = ../target/classes", "classpath = classes");
        assertThat(stranger.hears("heads"))
                .isEqualTo("1 classpath names %s, which is not there: build your project first, or correct the line\n"
                        .formatted(stranger.file("classes")));

        compiled("shop/Names.java", NAMES.formatted("author"));
        stranger.says("upgrade", "head");
        stranger.says("revision", "--autogenerate", "-m", "notes");
        assertThat(stranger.hears("upgrade", "head")).startsWith("0 ");

        compiled("shop/Names.java", NAMES.formatted("writer"));
        assertThat(stranger.hears("check")).contains("added column note.writer");
    }

    @Test
    void a_program_can_have_a_list_of_them_all_and_an_old_copy_of_them_is_not_used() throws IOException {
        stranger.edits("migrations.properties", "# list = Revisions", "list = Revisions");
        stranger.edits("migrations.properties", "# classpath = ../target/classes", "classpath = classes");
        Files.createDirectories(stranger.file("classes"));
        stranger.says("upgrade", "head");
        stranger.says("revision", "-m", "two");
        assertThat(stranger.reads("versions/Revisions.java")).contains("new Ra1()", "_Two()");

        compiled("versions/Ra1.java", stranger.reads(REVISION).replace("\"one\"", "\"an old copy\""));
        assertThat(stranger.hears("history")).contains("-> a1, one\n").doesNotContain("an old copy");
    }

    /// Into the folder `classes`, as an application's build would.
    private void compiled(String name, String text) throws IOException {
        var source = stranger.file("src").resolve(name);
        Files.createDirectories(source.getParent());
        Files.writeString(source, text);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var code = compiler.run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                stranger.file("classes").toString(),
                source.toString());
        assertThat(code).isZero();
    }

    @Test
    void what_was_compiled_is_used_until_a_source_changes() throws IOException {
        assertThat(stranger.hears("history")).isEqualTo("0 <base> -> a1 (head), one\n");
        var old = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(stranger.file(COMPILED), old);

        assertThat(stranger.hears("history")).isEqualTo("0 <base> -> a1 (head), one\n");
        assertThat(Files.getLastModifiedTime(stranger.file(COMPILED))).isEqualTo(old);

        stranger.edits(REVISION, "return \"one\"", "return \"uno\"");
        assertThat(stranger.hears("history")).isEqualTo("0 <base> -> a1 (head), uno\n");
        assertThat(Files.getLastModifiedTime(stranger.file(COMPILED))).isNotEqualTo(old);
    }

    @Test
    void what_was_compiled_and_is_broken_is_compiled_again() throws IOException {
        stranger.hears("history");
        var zip = Files.readAllBytes(stranger.file(COMPILED));
        for (var at = 200; at < zip.length; at++) zip[at] = 0;
        Files.write(stranger.file(COMPILED), zip);

        assertThat(stranger.hears("history")).isEqualTo("0 <base> -> a1 (head), one\n");
    }

    private void refused(String file, String words) {
        assertThat(stranger.hears("heads")).isEqualTo("1 %s%s\n".formatted(stranger.file(file), words));
    }
}
