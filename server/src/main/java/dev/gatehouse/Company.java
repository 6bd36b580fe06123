package dev.gatehouse;

import dev.gatehouse.group.Grantees;
import dev.gatehouse.group.Groups;
import dev.gatehouse.group.Members;
import dev.gatehouse.group.Memberships;
import dev.gatehouse.role.HeldRoles;
import dev.gatehouse.role.Holders;
import dev.gatehouse.role.HoldingList;
import dev.gatehouse.role.Roles;

/// Who belongs together, and who holds which role.
final class Company {

    final Grantees grantees;
    final Groups groups;
    final Members members;
    final Memberships memberships;
    final Roles roles;
    final Holders holders;
    final HoldingList holdings;
    final HeldRoles heldRoles;

    Company(Ground ground, Permissions permissions, People people, Applications applications) {
        var database = ground.database;
        var audit = ground.audit;
        var relationships = permissions.relationships;
        grantees = new Grantees(people.accounts, applications.clients);
        groups = new Groups(database, relationships, audit);
        members = new Members(database, relationships, grantees, audit);
        memberships = new Memberships(database, permissions.questions);
        roles = new Roles(database, relationships, audit);
        holders = new Holders(database, relationships, grantees, audit);
        holdings = new HoldingList(database, relationships);
        heldRoles = new HeldRoles(permissions.questions);
    }
}
