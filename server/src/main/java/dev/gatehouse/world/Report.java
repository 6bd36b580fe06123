package dev.gatehouse.world;

import java.util.ArrayList;
import java.util.List;

/// What came of files of worlds, for people: a line a file, every claim that does not hold with the reason,
/// and a line for all.
public final class Report {

    private final StringBuilder text = new StringBuilder();
    private final List<WorldFile> files = new ArrayList<>();

    /// One file that was run.
    public record WorldFile(String name, List<WorldRun.Ran> tests) {

        public WorldFile {
            tests = List.copyOf(tests);
        }

        long claims() {
            return tests.stream().mapToLong(test -> test.outcomes().size()).sum();
        }

        long failures() {
            return tests.stream().mapToLong(test -> test.failures().size()).sum();
        }
    }

    /// @return what is to be printed of it
    public String add(WorldFile file) {
        files.add(file);
        text.setLength(0);
        text.append(file.failures() == 0 ? "ok      " : "FAILED  ")
                .append(file.name())
                .append("  ");
        text.append(counted(file.tests().size(), "test")).append(", ");
        text.append(counted(file.claims(), "assertion")).append('\n');
        file.tests().forEach(test -> test.failures().forEach(outcome -> failure(test, outcome)));
        return text.toString();
    }

    private void failure(WorldRun.Ran test, Outcome outcome) {
        var claim = outcome.claim();
        text.append('\n')
                .append(claim.place())
                .append(": ")
                .append(test.test().name())
                .append('\n');
        text.append("  ").append(claim.question()).append('\n');
        text.append("  expected  ").append(claim.expected()).append('\n');
        text.append("  got       ").append(outcome.got()).append('\n');
        outcome.reasons().forEach(reason -> text.append(indented(reason)));
        text.append('\n');
    }

    /// Whether every claim holds in every file.
    public boolean isGood() {
        return files.stream().allMatch(file -> file.failures() == 0);
    }

    /// All files in a line.
    public String summary() {
        var tests = files.stream().mapToLong(file -> file.tests().size()).sum();
        var claims = files.stream().mapToLong(WorldFile::claims).sum();
        var failures = files.stream().mapToLong(WorldFile::failures).sum();
        return counted(files.size(), "file") + ", " + counted(tests, "test") + ", " + counted(claims, "assertion")
                + ": " + (failures == 0 ? "all hold." : failures + " do not hold.");
    }

    /// In the order in which they were told.
    public List<WorldFile> files() {
        return List.copyOf(files);
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String indented(String tree) {
        return tree.lines().map(line -> "    " + line + "\n").reduce("", String::concat);
    }
}
