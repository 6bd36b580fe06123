package dev.gatehouse.audit;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.TEXT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;

/// The end of each tenant's chain. Taking its row is taking one's turn: two nodes never write the same link.
public final class ChainTable extends Table {

    public static final ChainTable AUDIT_CHAIN = new ChainTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<Long> sequence = notNull("sequence", BIGINT);
    final Column<String> digest = notNull("digest", TEXT);

    final Projection<End> end = Projection.of(row -> new End(row.get(sequence), row.get(digest)), sequence, digest);

    /// @param sequence of the newest record, 0 when there is none
    record End(long sequence, String digest) {}

    private ChainTable() {
        super("audit_chain");
        primaryKey(tenantId);
    }
}
