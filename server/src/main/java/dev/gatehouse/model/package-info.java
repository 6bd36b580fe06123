/// The permission language: which model the relationships of a tenant are judged by.
///
/// Open first: `ReadyModel`.
package dev.gatehouse.model;
