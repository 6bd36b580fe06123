package dev.gatehouse;

import dev.gatehouse.claims.Subjects;
import dev.gatehouse.client.CertificateIssuers;
import dev.gatehouse.client.ClientAssertions;
import dev.gatehouse.client.ClientAuthenticator;
import dev.gatehouse.client.ClientCertificates;
import dev.gatehouse.client.ClientGuard;
import dev.gatehouse.client.ClientKeySet;
import dev.gatehouse.client.Clients;
import dev.gatehouse.client.RefusalRecords;
import dev.gatehouse.registration.ClientRegistrations;

/// Which applications there are, how they prove it, and by what names they know people.
final class Applications {

    final Clients clients;
    final ClientKeySet keys;
    final ClientGuard guard;
    final ClientRegistrations registrations;
    final Subjects subjects;

    Applications(Ground ground, Permissions permissions) {
        clients = new Clients(
                ground.database,
                ground.audit,
                ground.notices,
                permissions.relationships,
                ground.master,
                ground.keys,
                ground.outbound);
        keys = new ClientKeySet(ground.outbound, ground.clock);
        guard = guard(ground);
        registrations =
                new ClientRegistrations(ground.database, clients, ground.audit, ground.settings.clientRegistration());
        subjects = new Subjects(ground.master);
    }

    private ClientGuard guard(Ground ground) {
        var assertions = new ClientAssertions(keys, ground.master, ground.replays, ground.issuer, ground.clock);
        var issuers = new CertificateIssuers(ground.settings.transport().certificateIssuers());
        var certificates = new ClientCertificates(issuers, keys, ground.clock);
        return new ClientGuard(
                new ClientAuthenticator(clients, assertions, certificates),
                new RefusalRecords(ground.records, ground.clock));
    }
}
