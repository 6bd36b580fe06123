/// The permission language: types, relations, rewrites and conditions.
///
/// Open first: `Rewrite`, then `AuthorizationModel`. A model is read from text by `ModelText` (`ModelParser`,
/// `RewriteParser`, `ConditionParser`) or from a tree by `ModelTree` (`TreeParser`). Both make a `Draft`, in
/// which every word knows its place; `ModelRules` judge it, and `DraftCompletion` makes a model of it if
/// nothing is wrong.
package dev.gatehouse.permissions.model;
