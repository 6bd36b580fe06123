package dev.gatehouse.model;

import dev.gatehouse.web.ProblemType;

/// The refusals that the door of this room can answer with.
final class ModelProblems {

    static final ProblemType NO_SUCH_MODEL = ProblemType.notFound("no-such-model", "There is no such model");
    static final ProblemType MODEL_FAULTY = ProblemType.unprocessable("model-faulty", "The model is not right");

    private ModelProblems() {}
}
