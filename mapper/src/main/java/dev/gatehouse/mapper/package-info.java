/// The Data Mapper: it moves values between records in memory and rows in a database and keeps each ignorant of
/// the other.
///
/// A table is declared once ([dev.gatehouse.mapper.Table]); the same declaration types every query and is what
/// the migrations compare with the live database. A [dev.gatehouse.mapper.Mapping] ties a record to a table. A
/// [dev.gatehouse.mapper.Database] is SQLite or PostgreSQL; work happens inside a [dev.gatehouse.mapper.Tx].
///
/// Open first: `Table`, `Mapping`, `Database`, `ReadTx`, `Tx`; then `Select` and, for SQLite's one writer,
/// `GroupWriter`.
package dev.gatehouse.mapper;
