package dev.gatehouse.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A resource of words, one a line, sorted by their bytes, and searched as it stands: a set of strings would take
/// ten times its memory.
///
/// @param lines each word ends with a line break
record WordList(byte[] lines) {

    /// @param resource beside this class
    static WordList read(String resource) {
        try (var in = WordList.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("the resource " + resource + " is missing");
            return new WordList(in.readAllBytes());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    boolean contains(String word) {
        var sought = word.getBytes(StandardCharsets.UTF_8);
        var low = 0;
        var high = lines.length;
        while (low < high) {
            var start = lineStart((low + high) >>> 1);
            var end = lineEnd(start);
            var order = Arrays.compareUnsigned(sought, 0, sought.length, lines, start, end);
            if (order == 0) return true;
            if (order < 0) high = start;
            else low = end + 1;
        }
        return false;
    }

    private int lineStart(int position) {
        while (position > 0 && lines[position - 1] != '\n') position--;
        return position;
    }

    private int lineEnd(int position) {
        while (lines[position] != '\n') position++;
        return position;
    }
}
