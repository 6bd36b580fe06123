/// The language of conditions: a part of the Common Expression Language, type-checked before it is used.
///
/// A text becomes words (`Lexer`), words become `Syntax` (`Parser`), and `Checker` finds what its names mean
/// and whether its parts go together: from then on it is a tree of `Node`s without names. `Evaluator` walks
/// that tree. A part that fails or was not given is a `Value` too, a `Trouble`: it goes up until something
/// decides without it. What there is in the language stands in `Operators`, `Library` and `Macro`.
///
/// Open first: `CelExpression`, then `Node` and `Evaluator`.
///
/// @spec https://github.com/google/cel-spec/blob/master/doc/langdef.md CEL
package dev.gatehouse.permissions.cel;
