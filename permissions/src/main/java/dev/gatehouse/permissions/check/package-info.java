/// Who may do what: the questions that are asked of a model and a snapshot of relationships.
///
/// Open first: `Permissions`, the front door; then `Evaluator`, which answers every check, and `Verdict`, by
/// which its branches are joined. `Facts`, `Walk` and `Affiliation` are what it asks: what relationships say,
/// whether it may go on, and in which groups the user is. `ObjectList` walks from a user to all objects,
/// `SubjectList` from an object to all users; what they are not certain of they ask the evaluator.
/// `Explainer` tells why.
package dev.gatehouse.permissions.check;
