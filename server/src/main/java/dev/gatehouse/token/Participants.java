package dev.gatehouse.token;

import dev.gatehouse.account.Farewell;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Tells which clients know of a session, so that they can be told of its end.
///
/// A client takes part in a session from the first code that it is sent with `openid` among the scopes.
public final class Participants {

    private final ParticipantStore store = new ParticipantStore();
    private final Database database;

    public Participants(Database database) {
        this.database = database;
    }

    /// The clients of one session.
    public List<Participant> ofSession(String tenantId, UUID sessionId) {
        return database.read(tx -> store.ofSession(tx, tenantId, sessionId));
    }

    /// Whom a farewell concerns. They know of the session no more: nothing of it is left to be told to them.
    public Collection<Participant> part(Tx tx, Farewell farewell) {
        var parting = of(tx, farewell);
        parting.forEach(participant -> store.forget(tx, farewell.tenantId(), participant));
        return parting;
    }

    private Collection<Participant> of(ReadTx tx, Farewell farewell) {
        return switch (farewell) {
            case Farewell.OneSession(var tenantId, var _, var sessionId) -> store.ofSession(tx, tenantId, sessionId);
            case Farewell.AllSessions(var tenantId, var accountId, var survivor) ->
                store.ofAccount(tx, tenantId, accountId).stream()
                        .filter(participant -> survivor.stream().noneMatch(participant.sessionId()::equals))
                        .toList();
            case Farewell.OneClient(var tenantId, var accountId, var clientId) ->
                store.ofAccount(tx, tenantId, accountId).stream()
                        .filter(participant -> participant.clientId().equals(clientId))
                        .toList();
        };
    }
}
