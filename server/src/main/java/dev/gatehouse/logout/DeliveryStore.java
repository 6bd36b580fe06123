package dev.gatehouse.logout;

import static dev.gatehouse.logout.DeliveryTable.LOGOUT_DELIVERY;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Where it is kept who is still to be told.
final class DeliveryStore {

    void addAll(Tx tx, Collection<Delivery> deliveries) {
        tx.insertAll(LOGOUT_DELIVERY.delivery, deliveries);
    }

    /// @param but clients that have enough of ours to do for now
    /// @return what may be begun, the longest due first
    List<Delivery> due(ReadTx tx, Collection<String> but, int most) {
        var select = tx.select(LOGOUT_DELIVERY.delivery).where(LOGOUT_DELIVERY.dueAt.le(tx.now()));
        if (!but.isEmpty()) select.and(LOGOUT_DELIVERY.clientId.in(but).not());
        return select.orderBy(LOGOUT_DELIVERY.dueAt.asc(), LOGOUT_DELIVERY.id.asc())
                .limit(most)
                .list();
    }

    /// Takes a delivery that was due; of all nodes that want it, one gets it.
    boolean take(Tx tx, Delivery seen, Delivery begun) {
        return tx.update(LOGOUT_DELIVERY)
                        .set(LOGOUT_DELIVERY.attempts, begun.attempts())
                        .set(LOGOUT_DELIVERY.dueAt, begun.dueAt())
                        .where(
                                LOGOUT_DELIVERY.tenantId.eq(seen.tenantId()),
                                LOGOUT_DELIVERY.id.eq(seen.id()),
                                LOGOUT_DELIVERY.attempts.eq(seen.attempts()),
                                LOGOUT_DELIVERY.dueAt.eq(seen.dueAt()))
                        .run()
                == 1;
    }

    /// Puts off what we hold; what another node has taken since stays as that node left it.
    void putOff(Tx tx, Delivery held, Instant until) {
        tx.update(LOGOUT_DELIVERY)
                .set(LOGOUT_DELIVERY.dueAt, until)
                .where(
                        LOGOUT_DELIVERY.tenantId.eq(held.tenantId()),
                        LOGOUT_DELIVERY.id.eq(held.id()),
                        LOGOUT_DELIVERY.attempts.eq(held.attempts()))
                .run();
    }

    /// @return whether it was there to be removed
    boolean remove(Tx tx, Delivery delivery) {
        return tx.delete(LOGOUT_DELIVERY)
                        .where(LOGOUT_DELIVERY.tenantId.eq(delivery.tenantId()), LOGOUT_DELIVERY.id.eq(delivery.id()))
                        .run()
                == 1;
    }
}
