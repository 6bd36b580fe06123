package dev.gatehouse.audit;

import com.fasterxml.jackson.core.JsonFactory;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.MasterKey;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The one way to write an audit record, and the one way to prove that nobody touched them since.
public final class AuditLog {

    private static final JsonFactory JSON = new JsonFactory();

    private final AuditStore store = new AuditStore();
    private final Seal seal;

    /// @param key for the chain's digests; the same on every node, and not kept in the database
    private AuditLog(SecretKey key) {
        this.seal = new Seal(key);
    }

    /// With the key that is derived for it.
    public static AuditLog of(MasterKey master) {
        return new AuditLog(new SecretKeySpec(master.derive("audit chain"), "HmacSHA256"));
    }

    /// Writes what happens in `tx` into its tenant's chain: both are kept, or neither.
    ///
    /// Call it last: from here to the end of the transaction no other can write to this tenant's chain. The keyed
    /// digest is computed inside the transaction because it covers the record before; it takes about a
    /// microsecond.
    public void append(Tx tx, AuditEvent event) {
        append(tx, event.tenantId(), List.of(event));
    }

    /// The same for several events of one tenant, in their order: the chain's end is read and written once.
    void append(Tx tx, String tenantId, List<AuditEvent> events) {
        var end = store.takeTurn(tx, tenantId);
        var links = new ArrayList<AuditRecord>(events.size());
        for (var event : events) {
            var link = linked(end, event, tx.now());
            links.add(link);
            end = new ChainTable.End(link.sequence(), link.digest());
        }
        store.append(tx, tenantId, links, end);
    }

    private AuditRecord linked(ChainTable.End before, AuditEvent event, Instant now) {
        var unsealed = new AuditRecord(
                event.tenantId(),
                before.sequence() + 1,
                now,
                event.action(),
                event.subject(),
                event.origin().actor(),
                event.origin().address(),
                event.origin().requestId(),
                json(event.details()),
                "");
        return unsealed.sealed(seal.over(before.digest(), unsealed));
    }

    /// Whether the chain begins under our key: with another `JWT_SECRET_KEY` it does not.
    public boolean isOurs(ReadTx tx, String tenantId) {
        return store.first(tx, tenantId)
                .map(record -> record.digest().equals(seal.over(AuditStore.BEFORE_THE_FIRST, record)))
                .orElse(true);
    }

    /// Walks the whole chain of a tenant. Costs a read of every record.
    public ChainState verify(ReadTx tx, String tenantId) {
        var walk = new ChainWalk(seal);
        store.walk(tx, tenantId, walk::pass);
        return walk.end(store.end(tx, tenantId));
    }

    private static String json(Map<String, String> details) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (var detail : details.entrySet()) json.writeStringField(detail.getKey(), detail.getValue());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return text.toString();
    }
}
