package dev.gatehouse.account;

import dev.gatehouse.mapper.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Carries the end of a session upstairs: to rooms that have something to do when it comes, and of which the room
/// that ends it knows nothing.
///
/// What they do is part of the transaction that ends the session: both are kept, or neither.
public final class Farewells {

    private final List<BiConsumer<Tx, Farewell>> hearers = new ArrayList<>();

    /// @param hearer reads and writes tables, and nothing else. To be added before the doors open
    public void listen(BiConsumer<Tx, Farewell> hearer) {
        hearers.add(hearer);
    }

    /// Says it, before anything of it is gone and before the audit record is written.
    public void say(Tx tx, Farewell farewell) {
        hearers.forEach(hearer -> hearer.accept(tx, farewell));
    }
}
