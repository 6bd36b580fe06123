package dev.gatehouse;

import dev.gatehouse.account.Accounts;
import dev.gatehouse.account.Registrar;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.check.Questions;
import dev.gatehouse.client.Clients;
import dev.gatehouse.consent.Consents;
import dev.gatehouse.group.Groups;
import dev.gatehouse.group.Members;
import dev.gatehouse.group.Memberships;
import dev.gatehouse.key.KeyRotation;
import dev.gatehouse.key.SigningKeys;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.model.Models;
import dev.gatehouse.registration.ClientRegistrations;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.role.Holders;
import dev.gatehouse.role.HoldingList;
import dev.gatehouse.role.Roles;
import dev.gatehouse.session.Tickets;
import dev.gatehouse.settings.Settings;
import dev.gatehouse.web.Server;
import java.time.InstantSource;
import java.util.List;

/// Builds every room once, in floor order, and opens the doors. This is the architecture, written out: a line
/// a floor here, a line a room in the floor's own file.
public final class House implements AutoCloseable {

    private final Ground ground;
    private final Permissions permissions;
    private final People people;
    private final Applications applications;
    private final Company company;
    private final Visits visits;
    private final Tokens tokens;
    private final Conversations conversations;
    private final Housekeeping housekeeping;

    /// @param database at the head of our revisions; whoever opened it closes it, after the house
    public House(Settings settings, Database database, InstantSource clock) {
        ground = new Ground(settings, database, clock);
        permissions = new Permissions(ground);
        people = new People(ground, permissions);
        applications = new Applications(ground, permissions);
        company = new Company(ground, permissions, people, applications);
        visits = new Visits(ground, people);
        tokens = new Tokens(ground, applications, company, visits);
        conversations = new Conversations(ground, people, applications, visits, tokens);
        housekeeping = housekeeping();
    }

    /// Opens the doors; from here on callers come in.
    ///
    /// @throws dev.gatehouse.web.CannotListen when host or port cannot be had
    public Server open() {
        return open(false);
    }

    /// The same, a third of a second sooner: what stands behind each door is prepared when somebody first comes to
    /// it.
    public Server openSoon() {
        return open(true);
    }

    private Server open(boolean soon) {
        var doors = new Doors(ground, permissions, people, applications, company, visits, tokens, conversations);
        housekeeping.start();
        ground.notices.start();
        permissions.snapshots.start();
        conversations.logouts.start();
        ground.announcements.start();
        return doors.open(soon);
    }

    private Housekeeping housekeeping() {
        return new Housekeeping(
                ground.database,
                List.of(
                        visits.sessions::sweep,
                        visits.tickets::sweep,
                        conversations.pushedRequests::sweep,
                        tokens.families::sweep,
                        conversations.deviceCodes::sweep,
                        tokens.access::sweep,
                        tokens.live::sweep,
                        people.throttle::sweep,
                        ground.replays::sweep,
                        people.registrar::sweep,
                        applications.registrations::sweep,
                        ground.keyRotation::sweep,
                        permissions.stores::sweep),
                List.of(ground.keyRotation::rotateIfDue, permissions.trimming::trim));
    }

    /// Makes accounts, also without HTTP.
    public Registrar registrar() {
        return people.registrar;
    }

    public Groups groups() {
        return company.groups;
    }

    /// Who is in which group.
    public Members members() {
        return company.members;
    }

    /// Which groups somebody is in.
    public Memberships memberships() {
        return company.memberships;
    }

    public Roles roles() {
        return company.roles;
    }

    /// Gives roles and takes them.
    public Holders holders() {
        return company.holders;
    }

    /// Who holds which role where.
    public HoldingList holdings() {
        return company.holdings;
    }

    public Accounts accounts() {
        return people.accounts;
    }

    public AuditLog audit() {
        return ground.audit;
    }

    public Clients clients() {
        return applications.clients;
    }

    /// Lets applications register themselves.
    public ClientRegistrations registrations() {
        return applications.registrations;
    }

    /// The versions of tenants' authorization models.
    public Models models() {
        return permissions.models;
    }

    /// Writes and removes relationships.
    public Relationships relationships() {
        return permissions.relationships;
    }

    /// Asks what somebody may do.
    public Questions questions() {
        return permissions.questions;
    }

    public Consents consents() {
        return conversations.consents;
    }

    /// Keeps requests while their people are on the pages.
    public Tickets tickets() {
        return visits.tickets;
    }

    public SigningKeys keys() {
        return ground.keys;
    }

    /// Rotates and revokes signing keys.
    public KeyRotation keyRotation() {
        return ground.keyRotation;
    }

    /// Ends what the rooms run in the background. Stop the server first.
    @Override
    public void close() {
        ground.announcements.close();
        conversations.logouts.close();
        permissions.snapshots.close();
        ground.notices.close();
        housekeeping.close();
        people.passwords.close();
    }
}
