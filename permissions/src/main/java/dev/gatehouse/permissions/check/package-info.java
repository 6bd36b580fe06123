/// Who may do what: the questions that are asked of a model and a snapshot of relationships.
///
/// Open first: `Permissions`, the front door; then `Evaluator`, which answers every check, and `Verdict`, by
/// which its branches are joined. `ObjectList` walks from a user to all objects, `SubjectList` from an object
/// to all users; what they are not certain of they ask the evaluator. `Explainer` tells why.
package dev.gatehouse.permissions.check;
