/// What a schema is: tables, columns, keys, checks and indexes as records, said without a dialect.
///
/// Open [TableShape] and [SchemaShape] first. The same records hold what a revision defines, what a program
/// declares ([DeclaredShape]) and what a catalog says, so that all three can be compared.
package dev.gatehouse.migrations.shape;
