package dev.gatehouse.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// One thing that happened and that somebody may have to answer for.
///
/// Neither secrets nor addresses of e-mail belong in here: a record outlives the account that it is about.
///
/// @param action what happened, `room.verb`, for example `account.registered`
/// @param subject what it happened to, usually an account's id; `-` when nobody knows
/// @param details further facts, kept as a JSON object
public record AuditEvent(String tenantId, String action, String subject, Origin origin, Map<String, String> details) {

    private static final Pattern ROOM_AND_VERB = Pattern.compile("[a-z]+(?:[.-][a-z]+)+");

    public AuditEvent {
        if (!ROOM_AND_VERB.matcher(action).matches()) throw new IllegalArgumentException("not room.verb: " + action);
        details = new TreeMap<>(details);
    }

    public AuditEvent(String tenantId, String action, String subject, Origin origin) {
        this(tenantId, action, subject, origin, Map.of());
    }
}
