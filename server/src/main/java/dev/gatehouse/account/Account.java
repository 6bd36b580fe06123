package dev.gatehouse.account;

import dev.gatehouse.audit.Actor;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// A person's record.
///
/// @param id the stable identifier; as text it is the `sub` of every token
/// @param email as the person wrote it; compared without regard to case, see [Email#key(String)]
/// @param emailVerified whether somebody has made sure that the address is this person's. It goes with the address
/// @param sessionEpoch only sessions that began in this epoch live; raising it ends all others at once
public record Account(
        String tenantId,
        UUID id,
        String email,
        boolean emailVerified,
        Optional<String> name,
        Optional<Locale> locale,
        Status status,
        long sessionEpoch,
        Instant createdAt,
        Instant updatedAt) {

    public enum Status {
        ACTIVE,
        DISABLED
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /// As one who acts.
    public Actor actor() {
        return Actor.person(tenantId, id);
    }

    /// The identifier that tokens and audit records carry.
    public String subject() {
        return id.toString();
    }

    /// Another address has yet to be verified; the same one in other letters is the same.
    public Account email(String changed) {
        var stays = emailVerified && Email.key(changed).equals(Email.key(email));
        return new Account(tenantId, id, changed, stays, name, locale, status, sessionEpoch, createdAt, updatedAt);
    }

    public Account emailVerified(boolean changed) {
        return new Account(tenantId, id, email, changed, name, locale, status, sessionEpoch, createdAt, updatedAt);
    }

    public Account name(Optional<String> changed) {
        return new Account(
                tenantId, id, email, emailVerified, changed, locale, status, sessionEpoch, createdAt, updatedAt);
    }

    public Account locale(Optional<Locale> changed) {
        return new Account(
                tenantId, id, email, emailVerified, name, changed, status, sessionEpoch, createdAt, updatedAt);
    }

    public Account status(Status changed) {
        return new Account(
                tenantId, id, email, emailVerified, name, locale, changed, sessionEpoch, createdAt, updatedAt);
    }

    Account updatedAt(Instant changed) {
        return new Account(tenantId, id, email, emailVerified, name, locale, status, sessionEpoch, createdAt, changed);
    }
}
