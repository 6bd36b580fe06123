package dev.gatehouse;

import dev.gatehouse.authorize.PushedRequests;
import dev.gatehouse.consent.Consents;
import dev.gatehouse.device.DeviceCodes;
import dev.gatehouse.logout.Logouts;
import dev.gatehouse.secret.KeyedDigest;
import dev.gatehouse.signin.PasswordChanger;
import dev.gatehouse.signin.PasswordSignIn;

/// What goes on with people and applications together: consent, sign-out, sign-in, authorization, devices.
final class Conversations {

    final Consents consents;
    final Logouts logouts;
    final PasswordSignIn signIn;
    final PasswordChanger passwordChanger;
    final PushedRequests pushedRequests;
    final DeviceCodes deviceCodes;

    Conversations(Ground ground, People people, Applications applications, Visits visits, Tokens tokens) {
        var database = ground.database;
        var audit = ground.audit;
        consents = new Consents(database, tokens.families, people.farewells, audit);
        logouts = new Logouts(
                database,
                tokens.participants,
                people.farewells,
                applications.clients,
                ground.keys,
                applications.subjects,
                ground.outbound,
                audit,
                ground.issuer,
                ground.clock);
        signIn = new PasswordSignIn(
                database, people.credentials, people.throttle, visits.sessions, visits.browsers, tokens.refresh, audit);
        passwordChanger = new PasswordChanger(
                database, people.accounts, people.credentials, people.throttle, visits.sessions, audit);
        pushedRequests = new PushedRequests(database);
        var userCodes = KeyedDigest.under(ground.master, "user codes of devices");
        deviceCodes = new DeviceCodes(database, tokens.authorizations, consents, userCodes, audit);
    }
}
