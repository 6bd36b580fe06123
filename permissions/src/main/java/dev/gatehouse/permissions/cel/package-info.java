/// The language of conditions: a part of the Common Expression Language, type-checked before it is used.
///
/// Open first: `CelExpression`.
///
/// @spec https://github.com/google/cel-spec/blob/master/doc/langdef.md CEL
package dev.gatehouse.permissions.cel;
