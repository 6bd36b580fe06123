package dev.gatehouse.notice;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.text;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;
import java.util.Map;

public final class NoticeTable extends Table {

    public static final NoticeTable NOTICE = new NoticeTable();

    final Column<Topic> topic = notNull("topic", text(Topic.class));
    final Column<Long> changes = notNull("changes", BIGINT);

    final Projection<Map.Entry<Topic, Long>> count =
            Projection.of(row -> Map.entry(row.get(topic), row.get(changes)), topic, changes);

    private NoticeTable() {
        super("notice");
        primaryKey(topic);
    }
}
