package dev.gatehouse.mapper;

import java.util.Collection;

/// Many records of one mapping in few trips.
final class Batch {
    /// The drivers keep a batch's values in memory until it runs.
    private static final int ROWS = 500;

    private Batch() {}

    static <R> int insert(Execution execution, Mapping<R> mapping, Collection<R> records) {
        Phrase phrase = null;
        int rows = 0;
        for (var record : records) {
            if (phrase == null)
                phrase =
                        new Phrase().text("insert into ").table(mapping.table()).record(mapping, record);
            else phrase.bindRecord(mapping, record);
            if (++rows % ROWS == 0) {
                execution.runBatch(phrase);
                phrase = null;
            }
        }
        if (phrase != null) execution.runBatch(phrase);
        return rows;
    }
}
