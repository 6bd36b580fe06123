/// Questions to a tenant's model and relationships: which model, which moment, and whether the question can be asked
/// at all. The answers come from the module `permissions`.
///
/// Open first: `Questions`, then `Occasion` and `QuestionResult`, then `CheckEndpoint`.
package dev.gatehouse.check;
