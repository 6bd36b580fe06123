package dev.gatehouse.audit;

import java.util.Optional;

/// One walk from the first record of a chain to its end, remembering the first that does not fit.
final class ChainWalk {

    private final Seal seal;
    private long passed = 0;
    private String digest = "";
    private boolean broken = false;

    ChainWalk(Seal seal) {
        this.seal = seal;
    }

    void pass(AuditRecord record) {
        if (broken) return;
        broken = record.sequence() != passed + 1 || !record.digest().equals(seal.over(digest, record));
        if (broken) return;
        passed = record.sequence();
        digest = record.digest();
    }

    /// @param recorded where the database says that the chain ends: records cut off at the end would show here
    ChainState end(Optional<ChainTable.End> recorded) {
        var whole = recorded.map(end -> end.sequence() == passed && end.digest().equals(digest))
                .orElse(passed == 0);
        return broken || !whole ? new ChainState.Broken(passed + 1) : new ChainState.Intact(passed);
    }
}
