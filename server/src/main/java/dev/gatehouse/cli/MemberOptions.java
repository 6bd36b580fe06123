package dev.gatehouse.cli;

import dev.gatehouse.House;
import dev.gatehouse.group.Grantee;
import picocli.CommandLine.Parameters;

/// Who is in which group, as `group add` and `group remove` are told it.
final class MemberOptions {

    @Parameters(index = "0", paramLabel = "GROUP", description = "Its id.")
    private String group;

    @Parameters(index = "1", paramLabel = "SUBJECT", description = Subject.WORDS)
    private String subject;

    String group() {
        return group;
    }

    Grantee member(House house) {
        return Subject.of(house, subject);
    }
}
