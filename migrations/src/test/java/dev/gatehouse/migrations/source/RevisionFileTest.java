package dev.gatehouse.migrations.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import dev.gatehouse.migrations.RandomSchema;
import dev.gatehouse.migrations.operation.Creation;
import dev.gatehouse.migrations.operation.Inverse;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RevisionFileTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void a_file_is_named_after_its_id_and_its_message() {
        assertThat(file("add the e-mail, at last!", List.of()).fileName())
                .isEqualTo("R4f0c5d1e77aa_AddTheEMailAtLast.java");
        assertThat(file("№ 1", List.of()).fileName()).isEqualTo("R4f0c5d1e77aa_1.java");
        assertThat(file("добавить", List.of()).fileName()).isEqualTo("R4f0c5d1e77aa.java");
    }

    @Test
    void a_file_looks_as_the_formatter_would_make_it() throws FormatterException {
        for (var seed = 0; seed < 300; seed++) {
            var operations = operations(new RandomSchema(new Random(seed)).roll());
            var text = file("say \"hello\"", operations).text();
            assertThat(text).as("seed %d", seed).isEqualTo(FORMATTER.formatSource(text));
        }
    }

    @Test
    void an_empty_file_looks_as_the_formatter_would_make_it() throws FormatterException {
        var text = file("nothing yet", List.of()).text();
        assertThat(text).isEqualTo(FORMATTER.formatSource(text));
    }

    @Test
    void a_long_message_and_long_notes_are_broken_as_the_formatter_would_break_them() throws FormatterException {
        var message =
                "rename every column that has a name which somebody once found long enough to fill more than one line \\users";
        var note = "Look: " + message;
        var placed = new Placed("4f0c5d1e77aa", List.of(), List.of(), List.of(), message);
        var text = new RevisionFile(
                        "", placed, NOON, List.of("Takes data away: " + note), List.of(note), List.of(), List.of())
                .text();

        assertThat(text).isEqualTo(FORMATTER.formatSource(text));
        assertThat(text.lines().filter(line -> !line.contains("return"))).allMatch(line -> line.length() <= 120);
    }

    @Test
    void branches_and_dependencies_are_named_only_where_there_are_any() throws FormatterException {
        assertThat(file("plain", List.of()).text()).doesNotContain("dependsOn").doesNotContain("branchLabels");

        for (var count = 1; count < 12; count++) {
            var ids = IntStream.range(0, count).mapToObj("%012x"::formatted).toList();
            var labels = IntStream.range(0, Math.min(count, 5))
                    .mapToObj(n -> "label" + n)
                    .toList();
            var placed = new Placed("4f0c5d1e77aa", ids, ids.reversed(), labels, "join");
            var text = new RevisionFile("a", placed, NOON, List.of(), List.of(), List.of(), List.of()).text();

            assertThat(text).as("%d names", count).isEqualTo(FORMATTER.formatSource(text));
            assertThat(text)
                    .contains("public List<String> dependsOn()", "public List<String> branchLabels()", "label0");
        }
    }

    /// Every element apart too, as autogenerate adds them to tables that are there.
    private static List<Operation> operations(SchemaShape schema) {
        var operations = new ArrayList<>(Creation.of(schema));
        for (var table : schema.tables()) {
            table.columns().forEach(column -> operations.add(new Operation.AlterColumn(table.name(), column)));
            table.uniques().forEach(unique -> operations.add(new Operation.DropUnique(table.name(), unique.name())));
            table.uniques().forEach(unique -> operations.add(new Operation.AddUnique(table.name(), unique)));
            table.indexes().forEach(index -> operations.add(new Operation.DropIndex(table.name(), index.name())));
            table.indexes().forEach(index -> operations.add(new Operation.CreateIndex(table.name(), index)));
            table.checks().forEach(check -> operations.add(new Operation.DropCheck(table.name(), check.name())));
            table.checks().forEach(check -> operations.add(new Operation.AddCheck(table.name(), check)));
            table.foreignKeys().forEach(key -> operations.add(new Operation.DropForeignKey(table.name(), key.name())));
            table.foreignKeys().forEach(key -> operations.add(new Operation.AddForeignKey(table.name(), key)));
        }
        return operations;
    }

    private static RevisionFile file(String message, List<Operation> operations) {
        var back = Inverse.of(operations, SchemaShape.EMPTY);
        var placed = new Placed("4f0c5d1e77aa", List.of("0123456789ab"), List.of(), List.of(), message);
        return new RevisionFile("com.example.revision", placed, NOON, List.of(), List.of(), operations, back);
    }
}
