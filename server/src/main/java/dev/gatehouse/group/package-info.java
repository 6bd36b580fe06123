/// Groups of people, applications and other groups.
///
/// A group is a row with a name; who is in it stands in relationships, `group:staff#member@person:…`, like
/// any other right, so that every question sees it and nothing has to be kept in step. What is asked before a
/// member is added is asked after it is written, in the turn of the tenant that the write takes: nobody can
/// make a circle of two groups at the same moment, or add somebody who is just being removed.
///
/// Open first: `Group`, `Groups` and `Members` (the rules), `Nesting`; `GroupStore` and `GroupTable` (the
/// cellar). `GroupEndpoint` and `MemberEndpoint` are the doors, `Memberships` is what tokens tell.
package dev.gatehouse.group;
