package dev.gatehouse.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.gatehouse.mapper.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/// Writes records of what changed nothing in the database, such as a token for a client itself.
///
/// Such records come by the thousand, and each would wait for the chain's turn and for the disk. So those that come
/// while others are being written wait together, and share the next transaction.
public final class LoneRecords {

    private final Database database;
    private final AuditLog audit;
    private final ReentrantLock lock = new ReentrantLock();
    private List<Waiting> waiting = new ArrayList<>();
    private boolean isWriting;

    public LoneRecords(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /// What somebody who waits is told.
    private enum Word {
        /// Write, for all who wait.
        LEAD,
        /// It is written.
        WRITTEN,
        /// Nothing was written for anybody: whoever writes alone hears of no fault but his own.
        ALONE
    }

    private record Waiting(AuditEvent event, CompletableFuture<Word> word) {}

    /// Returns when the record is kept.
    public void write(AuditEvent event) {
        var own = new Waiting(event, new CompletableFuture<>());
        enqueue(own);
        switch (own.word().join()) {
            case LEAD -> lead(own);
            case WRITTEN -> {}
            case ALONE -> write(List.of(own));
        }
    }

    private void enqueue(Waiting own) {
        lock.lock();
        try {
            waiting.add(own);
            if (!isWriting) own.word().complete(Word.LEAD);
            isWriting = true;
        } finally {
            lock.unlock();
        }
    }

    private void lead(Waiting own) {
        var together = take();
        var word = Word.ALONE;
        try {
            write(together);
            word = Word.WRITTEN;
        } catch (RuntimeException fault) {
            if (together.size() == 1) throw fault;
        } finally {
            passOn();
            for (var other : together) other.word().complete(word);
        }
        if (word == Word.ALONE) write(List.of(own));
    }

    private List<Waiting> take() {
        lock.lock();
        try {
            var taken = waiting;
            waiting = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void passOn() {
        lock.lock();
        try {
            isWriting = !waiting.isEmpty();
            if (isWriting) waiting.getFirst().word().complete(Word.LEAD);
        } finally {
            lock.unlock();
        }
    }

    /// Tenants in one order: two nodes never wait for each other.
    private void write(List<Waiting> together) {
        var byTenant =
                together.stream().map(Waiting::event).collect(groupingBy(AuditEvent::tenantId, TreeMap::new, toList()));
        database.run(tx -> byTenant.forEach((tenantId, events) -> audit.append(tx, tenantId, events)));
    }
}
