package dev.gatehouse.audit;

import java.time.Instant;
import java.util.Optional;

/// One link of a tenant's chain.
///
/// @param sequence 1, 2, 3 … without a gap
/// @param details a JSON object as text, exactly as it was written: the digest covers these very bytes
/// @param digest keyed digest over everything above and the digest of the record before
record AuditRecord(
        String tenantId,
        long sequence,
        Instant at,
        String action,
        String subject,
        Optional<String> actor,
        String address,
        String requestId,
        String details,
        String digest) {

    AuditRecord sealed(String digest) {
        return new AuditRecord(tenantId, sequence, at, action, subject, actor, address, requestId, details, digest);
    }
}
