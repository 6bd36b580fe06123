/// What differs between the tables that a program declares and those that a database has.
///
/// Open [Comparison] first: it makes the declared tables in a shadow, reads both with the same reader and
/// compares records. [Difference] finds the operations, in an order in which they work; [DriftSearch] names
/// what somebody changed by hand.
package dev.gatehouse.migrations.compare;
