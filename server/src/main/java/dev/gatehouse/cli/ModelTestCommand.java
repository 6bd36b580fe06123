package dev.gatehouse.cli;

import dev.gatehouse.world.JunitReport;
import dev.gatehouse.world.Report;
import dev.gatehouse.world.WorldReader;
import dev.gatehouse.world.WorldReading;
import dev.gatehouse.world.WorldRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = "Ask a model the questions of store files (*.fga.yaml), and compare.",
        footer = "It needs neither settings nor a database. Exits with 0 when all assertions hold, with 1 when one does"
                + " not, with 2 when a file cannot be read.",
        mixinStandardHelpOptions = true)
final class ModelTestCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Store files, as OpenFGA's command line has them.")
    private List<Path> paths;

    @Option(names = "--junit", paramLabel = "XML", description = "Write what came of it for a CI as well.")
    private Optional<Path> junit;

    private final Report report = new Report();
    private boolean isReadable = true;

    @Override
    public Integer call() {
        paths.forEach(this::test);
        if (report.files().size() > 1) System.out.println("\n" + report.summary());
        junit.ifPresent(this::write);
        if (!isReadable) return 2;
        return report.isGood() ? 0 : 1;
    }

    private void test(Path path) {
        switch (WorldReader.read(path)) {
            case WorldReading.Read(var worlds) -> {
                var tests = worlds.stream()
                        .flatMap(world -> new WorldRun(world).run().stream())
                        .toList();
                System.out.print(report.add(new Report.WorldFile(path.toString(), tests)));
            }
            case WorldReading.Refused(var faults) -> {
                isReadable = false;
                faults.forEach(System.err::println);
            }
        }
    }

    private void write(Path path) {
        try {
            Files.writeString(path, JunitReport.of(report.files()));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + path + ": " + failure.getMessage(), failure);
        }
    }
}
