package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.Main;
import dev.gatehouse.testing.ChildJvm;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody at the machine says who may do what.
class RoleVerbsTest {

    @TempDir
    Path folder;

    @Test
    void a_role_is_given_by_address_and_by_group_shown_and_taken() {
        run("account", "create", "--email", "bob@example.com", "--name", "Bob", "--password-stdin");
        assertThat(run("role", "define", "editor", "write", "read").out())
                .isEqualTo("The role editor allows write, read.");
        assertThat(run("role", "list").out()).matches("editor +read write");
        run("group", "create", "Staff", "--id", "staff");
        assertThat(run("group", "add", "staff", "Bob@Example.com").out())
                .matches("person:[0-9a-f-]{36} is in staff\\.");
        assertThat(run("role", "give", "editor", "person:bob@example.com", "--on", "document:charter")
                        .out())
                .matches("person:[0-9a-f-]{36} holds the role editor on document:charter\\.");
        run("role", "give", "editor", "group:staff", "--on", "document");

        assertThat(run("role", "list", "editor").out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("group:staff +on every document"),
                        line -> assertThat(line).matches("person:[0-9a-f-]{36} +on document:charter"));
        assertThat(run("role", "of", "bob@example.com").out().lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).matches("editor +on document:charter"),
                        line -> assertThat(line).matches("editor +on every document, by group:staff"));
        run("role", "give", "editor", "bob@example.com");
        assertThat(run("check", "role:editor", "holder", "person:bob@example.com")
                        .out())
                .isEqualTo("yes");
        assertThat(run("check", "role:editor", "holder", "Bob@Example.com").out())
                .isEqualTo("yes");

        run("role", "take", "editor", "bob@example.com");
        run("role", "take", "editor", "bob@example.com", "--on", "document:charter");
        assertThat(run("role", "of", "bob@example.com").out()).endsWith("on every document, by group:staff");
        assertThat(run("role", "delete", "editor").out()).isEqualTo("Removed the role editor.");
    }

    @Test
    void what_cannot_be_is_told() {
        assertThat(run("role", "give", "editor", "nobody@example.com").err())
                .isEqualTo("No account has the e-mail address nobody@example.com.");
        var stranger = run("check", "role:editor", "holder", "nobody@example.com");
        assertThat(stranger.err()).isEqualTo("No account has the e-mail address nobody@example.com.");
        assertThat(stranger.code()).isEqualTo(2);
        assertThat(run("role", "give", "editor", "group:staff").err()).startsWith("No role has this name");
        assertThat(run("role", "give", "editor", "group:staff", "--on", "a b").err())
                .startsWith("\"a b\" must be TYPE:ID");
        assertThat(run("role", "define", "editor", "may write").err()).startsWith("The action \"may write\"");
    }

    private ChildJvm.Ended run(String... words) {
        try (var jvm = ChildJvm.start(folder, Map.of(), Main.class.getName(), words)) {
            return jvm.type("a passphrase of his own 7").ended();
        }
    }
}
