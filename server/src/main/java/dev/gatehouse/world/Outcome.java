package dev.gatehouse.world;

import java.util.List;

/// What became of one claim.
///
/// @param got the answer
/// @param reasons why the answer is what it is, as trees; empty where the claim holds
public record Outcome(Claim claim, Expectation got, List<String> reasons) {

    public Outcome {
        reasons = List.copyOf(reasons);
    }

    /// Whether the answer is the one that the claim expects.
    public boolean holds() {
        return claim.expected().equals(got);
    }
}
