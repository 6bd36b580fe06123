package dev.gatehouse.check;

import dev.gatehouse.permissions.relation.RelationshipFault;
import dev.gatehouse.relation.ConsistencyToken;
import java.util.List;

/// What became of a question.
///
/// @param <R> its answer
public sealed interface QuestionResult<R> {

    /// @param at the moment of which it is true
    record Given<R>(R answer, ConsistencyToken at) implements QuestionResult<R> {}

    /// The tenant has no such version of its model.
    record NoSuchModel<R>(String modelId) implements QuestionResult<R> {}

    /// The tenant has not written a model, and nothing is built in.
    record NoModel<R>() implements QuestionResult<R> {}

    /// The consistency token names a moment that never was.
    record FromTheFuture<R>() implements QuestionResult<R> {}

    /// The model does not allow relationships that came with the question.
    record Unfitting<R>(List<Misfit> misfits) implements QuestionResult<R> {}

    /// @param index of the relationship, from 0
    record Misfit(int index, RelationshipFault fault) {}
}
