/// What the OpenID Foundation's plans ask of a provider, module by module, over HTTP and from outside.
/// `docs/specifications.md` names the test for each module; what other stories hold already is not told again here.
///
/// Open first: `BasicPlanStoryTest`, then `TwoNodesStoryTest`.
package dev.gatehouse.conformance;
