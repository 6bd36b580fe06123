package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import java.net.URI;

/// @spec https://openid.net/specs/authorization-api-1_0.html#name-policy-decision-point-metad AuthZEN §9.1
@Doc("Where everything is that AuthZEN asks for.")
record ConfigurationView(
        String policyDecisionPoint,
        URI accessEvaluationEndpoint,
        URI accessEvaluationsEndpoint,
        URI searchSubjectEndpoint,
        URI searchResourceEndpoint,
        URI searchActionEndpoint) {

    /// @param issuer our public URL
    static ConfigurationView of(String issuer) {
        return new ConfigurationView(
                issuer,
                at(issuer, "/access/v1/evaluation"),
                at(issuer, "/access/v1/evaluations"),
                at(issuer, "/access/v1/search/subject"),
                at(issuer, "/access/v1/search/resource"),
                at(issuer, "/access/v1/search/action"));
    }

    private static URI at(String issuer, String path) {
        return URI.create(issuer + path);
    }
}
