package dev.gatehouse.mapper;

import java.util.concurrent.ConcurrentHashMap;

/// The SQL of every shape met so far.
///
/// A program has some hundred shapes. Should one make them without end all are forgotten at once: spelling them
/// anew is cheap, and counting their uses would cost every query.
final class Shapes {
    static final int MOST = 2_048;

    private final Dialect dialect;
    private final ConcurrentHashMap<Phrase, Sql> known = new ConcurrentHashMap<>();

    Shapes(Dialect dialect) {
        this.dialect = dialect;
    }

    Sql of(Phrase phrase) {
        var sql = known.get(phrase);
        return sql != null ? sql : spelled(phrase);
    }

    private Sql spelled(Phrase phrase) {
        if (known.size() >= MOST) known.clear();
        var sql = Sql.spelled(dialect, phrase);
        known.put(phrase.shape(), sql);
        return sql;
    }

    int size() {
        return known.size();
    }

    Dialect dialect() {
        return dialect;
    }
}
