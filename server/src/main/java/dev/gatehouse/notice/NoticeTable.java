package dev.gatehouse.notice;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.TEXT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;
import java.util.Map;

public final class NoticeTable extends Table {

    public static final NoticeTable NOTICE = new NoticeTable();

    /// Without a rule which there are: a node of another version may know others.
    final Column<String> topic = notNull("topic", TEXT);
    final Column<Long> changes = notNull("changes", BIGINT);

    final Projection<Map.Entry<String, Long>> count =
            Projection.of(row -> Map.entry(row.get(topic), row.get(changes)), topic, changes);

    private NoticeTable() {
        super("notice");
        primaryKey(topic);
    }
}
