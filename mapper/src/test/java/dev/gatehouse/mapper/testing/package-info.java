/// Real databases for tests of this module and of those that stand on it: `@EachDatabase` runs a test class once
/// on SQLite and once on PostgreSQL, and [dev.gatehouse.mapper.testing.TestDatabase] opens fresh ones.
package dev.gatehouse.mapper.testing;
