package dev.gatehouse.cli;

import dev.gatehouse.House;
import dev.gatehouse.role.Holding;
import dev.gatehouse.role.Reach;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Who holds which role and where, as `role give` and `role take` are told it.
final class HoldingOptions {

    @Parameters(index = "0", paramLabel = "ROLE", description = "Its name.")
    private String role;

    @Parameters(index = "1", paramLabel = "SUBJECT", description = Subject.WORDS)
    private String subject;

    @Option(
            names = "--on",
            paramLabel = "TYPE[:ID]",
            description = "On one thing, as document:charter, or on everything of a type; without it, everywhere.")
    private Optional<String> on;

    Holding holding(House house) {
        return new Holding(role, Subject.of(house, subject), reach());
    }

    private Reach reach() {
        return on.map(text -> Reach.parse(text)
                        .orElseThrow(() -> new CommandFailure("\"" + text
                                + "\" must be TYPE:ID, as document:charter, or TYPE for everything of a type.")))
                .orElse(Reach.EVERYWHERE);
    }
}
