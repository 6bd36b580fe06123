package dev.gatehouse.mapper;

import java.util.List;
import java.util.Optional;

/// An insert that may meet a row with its key: what then?
public final class OnConflict {
    private final Execution execution;
    private final Insert insert;
    private final List<Column<?>> key;
    private Optional<String> where = Optional.empty();

    OnConflict(Execution execution, Insert insert, Column<?>... key) {
        if (key.length == 0)
            throw new IllegalArgumentException("insert into " + insert.table() + ": conflict on which key?");
        this.execution = execution;
        this.insert = insert;
        this.key = List.of(key);
    }

    /// The condition of a partial unique index, word for word as it is declared.
    public OnConflict where(String condition) {
        where = Optional.of(condition);
        return this;
    }

    /// The row that is there stays as it is.
    public Upsert doNothing() {
        return new Upsert(execution, insert.table(), begun().text(" do nothing"), false);
    }

    /// The row that is there is changed, see [Upsert#set].
    public Upsert doUpdate() {
        return new Upsert(execution, insert.table(), begun().text(" do update"), true);
    }

    private Phrase begun() {
        var phrase = insert.phrase();
        for (int i = 0; i < key.size(); i++)
            phrase.text(i == 0 ? " on conflict (" : ", ").bare(key.get(i));
        phrase.text(")");
        where.ifPresent(condition -> phrase.text(" where ").text(condition));
        return phrase;
    }
}
