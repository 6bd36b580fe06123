package dev.gatehouse.mapper;

import java.util.ArrayList;
import java.util.List;

/// SQL text cut at its `{}`, with what stands in the gaps.
///
/// @param pieces one more than there are parts
record SqlText(List<String> pieces, List<Splice> parts) {
    SqlText {
        pieces = List.copyOf(pieces);
        parts = List.copyOf(parts);
    }

    /// @throws IllegalArgumentException if there are not as many `{}` as parts
    static SqlText of(String text, Splice... parts) {
        var pieces = new ArrayList<String>();
        int from = 0;
        for (int at = text.indexOf("{}"); at >= 0; at = text.indexOf("{}", from)) {
            pieces.add(text.substring(from, at));
            from = at + 2;
        }
        pieces.add(text.substring(from));
        if (pieces.size() != parts.length + 1)
            throw new IllegalArgumentException(
                    "the text has " + (pieces.size() - 1) + " {} for " + parts.length + " parts: " + text);
        return new SqlText(pieces, List.of(parts));
    }

    void write(Phrase out) {
        for (int i = 0; i < parts.size(); i++) out.text(pieces.get(i)).splice(parts.get(i));
        out.text(pieces.getLast());
    }
}
