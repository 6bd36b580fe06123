/// The two databases: how an operation is said in SQL, how a catalog is read, how one node locks out another.
///
/// Open [Engine] first: it names what both can do. [Ddl] holds the SQL that they share. SQLite alters little by
/// itself; [SqliteRebuild] does the rest. [SqliteCatalog] and [PostgresCatalog] read a schema back into the same
/// records that the revisions make, and name what they cannot read.
package dev.gatehouse.migrations.engine;
