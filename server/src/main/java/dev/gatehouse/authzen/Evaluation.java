package dev.gatehouse.authzen;

import java.util.Map;

/// "May this subject do this to this resource?"
///
/// @param context of the world around: the time, the network
/// @spec https://openid.net/specs/authorization-api-1_0.html#name-the-access-evaluation-api-r AuthZEN §6.1
record Evaluation(Entity subject, Action action, Entity resource, Map<String, Object> context) {}
