/// Alembic's workflow for the JVM: a schema's history in small steps, each with its way back, on SQLite and
/// PostgreSQL.
///
/// Open [Revision] first, then [Operations] and [Define], the words it is written in. [RevisionGraph] is the
/// history, [Route] finds the way through it, [Runner] walks it, [Migrations] is the door for programs. The other
/// packages, from the ground up: `shape` (what a schema is), `operation` (how it changes), `engine` (the two
/// databases), `compare` (what differs), `source` (revisions as Java files), `command` (the verbs).
package dev.gatehouse.migrations;
