package dev.gatehouse.permissions.cel;

/// What one evaluation may still cost.
final class Cost {

    /// Looking at a character is cheaper than a step.
    private static final int CHARACTERS = 10;

    private final long most;
    private long left;

    Cost(long most) {
        this.most = most;
        this.left = most;
    }

    void pay(long steps) {
        left = steps > left ? -1 : left - steps;
    }

    void payText(long characters) {
        pay(characters / CHARACTERS);
    }

    boolean isSpent() {
        return left < 0;
    }

    Value.Failure tooDear() {
        return new Value.Failure("the condition costs more than " + most + " steps to evaluate");
    }
}
