package dev.gatehouse.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people and programs are told of claims that do not hold.
class ReportTest {

    private static final String WORLD = """
            model: |
              model
                schema 1.1
              type person
              type document
                relations
                  define viewer: [person]
            tuples:
              - {user: person:bob, relation: viewer, object: document:charter}
            tests:
              - name: readers & <friends>
                check:
                  - {user: person:bob, object: document:charter, assertions: {viewer: true}}
                  - {user: person:eve, object: document:charter, assertions: {viewer: true}}
                list_users:
                  - {object: document:charter, user_filter: [{type: person}], assertions: {viewer: {users: []}}}
            """;

    @TempDir
    Path folder;

    @Test
    void a_claim_that_does_not_hold_is_told_with_its_place_and_the_reason() throws IOException {
        var report = new Report();
        assertThat(report.add(ran()))
                .startsWith("FAILED  shop.yaml  1 test, 3 assertions\n")
                .contains(":14:67: readers & <friends>\n  check person:eve viewer document:charter\n")
                .contains(
                        "  expected  yes\n  got       no\n    no  document:charter#viewer: no relationship names them\n")
                .contains(
                        "  expected  nothing\n  got       person:bob\n    yes document:charter#viewer\n    └─ yes person:bob\n");
        assertThat(report.isGood()).isFalse();
        assertThat(report.summary()).isEqualTo("1 file, 1 test, 3 assertions: 2 do not hold.");
    }

    @Test
    void programs_read_it_as_xml() throws IOException {
        assertThat(JunitReport.of(List.of(ran())))
                .contains("<testsuite name=\"shop.yaml\" tests=\"1\" failures=\"1\" errors=\"0\">")
                .contains("<testcase classname=\"shop.yaml\" name=\"readers &amp; &lt;friends&gt;\">")
                .contains("<failure message=\"2 of 3 do not hold\">");
    }

    private Report.WorldFile ran() throws IOException {
        var file = Files.writeString(folder.resolve("shop.yaml"), WORLD);
        var world = Worlds.of(file).getFirst();
        return new Report.WorldFile("shop.yaml", new WorldRun(world).run());
    }
}
