package dev.gatehouse.notice;

import static dev.gatehouse.notice.NoticeTable.NOTICE;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.Map;
import java.util.stream.Collectors;

/// Where the changes of each topic are counted.
final class NoticeStore {

    void count(Tx tx, Topic topic) {
        tx.insert(NOTICE)
                .set(NOTICE.topic, topic.name())
                .set(NOTICE.changes, 1L)
                .onConflict(NOTICE.topic)
                .doUpdate()
                .set(NOTICE.changes, NOTICE.changes.plus(1L))
                .run();
    }

    /// By the names of the topics.
    Map<String, Long> counts(ReadTx tx) {
        return tx.select(NOTICE.count).list().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
