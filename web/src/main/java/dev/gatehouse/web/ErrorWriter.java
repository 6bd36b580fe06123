package dev.gatehouse.web;

import dev.gatehouse.web.shape.JsonWriter;
import java.util.ArrayList;

/// Writes denials, each in the format of the route that was asked.
record ErrorWriter(JsonWriter json) {
    private static final System.Logger LOG = System.getLogger(ErrorWriter.class.getName());

    Reply write(ErrorFormat format, Denial denial, Request request) {
        try {
            return switch (format) {
                case ErrorFormat.ProblemFormat() -> problem(denial);
                case ErrorFormat.JsonFormat<?>(var _, var write) -> own(write.apply(denial), denial.refusal());
                case ErrorFormat.PageFormat(var _) when !Html.isWantedBy(request) -> problem(denial);
                case ErrorFormat.PageFormat(var write) ->
                    Html.reply(
                            denial.status(),
                            write.apply(request, new ErrorPage(denial)),
                            denial.refusal().headers());
            };
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "an error format failed on " + denial.refusal(), e);
            return problem(denial);
        }
    }

    private Reply problem(Denial denial) {
        var problem = new Problem(denial.refusal(), denial.path(), denial.requestId(), denial.faults());
        return new Reply(
                denial.status(),
                Problem.CONTENT_TYPE,
                json.write(problem.members()),
                denial.refusal().headers());
    }

    private Reply own(ErrorAnswer<?> answer, Refusal refusal) {
        var headers = new ArrayList<>(refusal.headers());
        headers.addAll(answer.headers());
        return new Reply(answer.status(), "application/json", json.write(answer.body()), headers);
    }
}
