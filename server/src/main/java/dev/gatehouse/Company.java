package dev.gatehouse;

import dev.gatehouse.group.Grantees;
import dev.gatehouse.group.Groups;
import dev.gatehouse.group.Members;

/// Who belongs together, and who holds which role.
final class Company {

    final Grantees grantees;
    final Groups groups;
    final Members members;

    Company(Ground ground, Permissions permissions, People people, Applications applications) {
        grantees = new Grantees(people.accounts, applications.clients);
        groups = new Groups(ground.database, permissions.relationships, ground.audit);
        members = new Members(ground.database, permissions.relationships, grantees, ground.audit);
    }
}
