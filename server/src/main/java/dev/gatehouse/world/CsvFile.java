package dev.gatehouse.world;

import java.util.ArrayList;
import java.util.List;

/// A table as text: cells between commas, in quotes where they hold commas, quotes or ends of lines.
///
/// @spec https://www.rfc-editor.org/rfc/rfc4180 RFC 4180
final class CsvFile {

    private final String name;
    private final String text;
    private final Faults faults;
    private int next;
    private int line = 1;

    /// @param line at which it begins, from 1
    record Row(int line, List<String> cells) {}

    CsvFile(String name, String text, Faults faults) {
        this.name = name;
        this.text = text;
        this.faults = faults;
    }

    /// Without empty lines.
    List<Row> rows() {
        var rows = new ArrayList<Row>();
        while (next < text.length()) {
            var row = row();
            if (row.cells().size() > 1 || !row.cells().getFirst().isBlank()) rows.add(row);
        }
        return rows;
    }

    private Row row() {
        var start = line;
        var cells = new ArrayList<String>();
        cells.add(cell());
        while (next < text.length() && text.charAt(next) == ',') {
            next++;
            cells.add(cell());
        }
        endLine();
        return new Row(start, cells);
    }

    private void endLine() {
        if (next < text.length() && text.charAt(next) == '\r') next++;
        if (next < text.length() && text.charAt(next) == '\n') next++;
        line++;
    }

    private String cell() {
        return next < text.length() && text.charAt(next) == '"' ? quoted() : plain();
    }

    private String plain() {
        var start = next;
        while (next < text.length() && ",\r\n".indexOf(text.charAt(next)) < 0) next++;
        return text.substring(start, next);
    }

    private String quoted() {
        var cell = new StringBuilder();
        var start = line;
        next++;
        while (next < text.length()) {
            var letter = text.charAt(next++);
            if (letter == '\n') line++;
            if (letter != '"') cell.append(letter);
            else if (next < text.length() && text.charAt(next) == '"') cell.append(text.charAt(next++));
            else return cell + plain();
        }
        faults.add(new Place(name, start, 1), "A quote has no end.");
        return cell.toString();
    }
}
