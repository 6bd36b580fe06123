package dev.gatehouse.migrations.source;

import java.util.ArrayList;
import java.util.List;

/// Comment lines, broken at blanks where they would be too long.
final class Comment {

    private static final int WIDTH = 120;

    private Comment() {}

    /// @param start what each line begins with: the indent and `// `
    static List<String> lines(String start, String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(start);
        for (var word : harmless(text).split("\\s+")) {
            var isFirst = line.length() == start.length();
            if (!isFirst && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(start).append(word);
            } else {
                line.append(isFirst ? "" : " ").append(word);
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /// The compiler reads Unicode escapes even in comments.
    private static String harmless(String text) {
        return text.strip().replace("\\", "\\\\");
    }
}
