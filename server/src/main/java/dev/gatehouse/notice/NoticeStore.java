package dev.gatehouse.notice;

import static dev.gatehouse.notice.NoticeTable.NOTICE;

import dev.gatehouse.mapper.Announcements;
import dev.gatehouse.mapper.Channel;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.Map;
import java.util.stream.Collectors;

/// Where the changes of each topic are counted.
final class NoticeStore {

    private static final Channel POSTED = new Channel("gatehouse_notices");

    void count(Tx tx, Topic topic) {
        tx.insert(NOTICE)
                .set(NOTICE.topic, topic.name())
                .set(NOTICE.changes, 1L)
                .onConflict(NOTICE.topic)
                .doUpdate()
                .set(NOTICE.changes, NOTICE.changes.plus(1L))
                .run();
        tx.announce(POSTED, topic.name());
    }

    /// @param look looks at the counters
    void listen(Announcements announcements, Runnable look) {
        announcements.listen(POSTED, _ -> look.run(), look);
    }

    /// By the names of the topics.
    Map<String, Long> counts(ReadTx tx) {
        return tx.select(NOTICE.count).list().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
