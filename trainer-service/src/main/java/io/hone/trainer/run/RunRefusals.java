package io.hone.trainer.run;

import io.hone.platform.problem.Problems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** Why a device does not train now, to whoever asks for it: a run, or a version trained again. */
abstract class RunRefusals<E extends Exception> extends ExceptionMapperBase<E> {

    private final String type;
    private final String title;

    RunRefusals(String type, String title) {
        this.type = type;
        this.title = title;
    }

    @Override
    protected HttpProblem toProblem(E refusal) {
        return Problems.problem(Status.CONFLICT, type, title, refusal.getMessage())
                .build();
    }

    @Provider
    static class UnderWay extends RunRefusals<RunUnderWayException> {
        UnderWay() {
            super("run-under-way", "A run is under way");
        }
    }

    @Provider
    static class NotFedHere extends RunRefusals<NotFedHereException> {
        NotFedHere() {
            super("not-fed-here", "This trainer does not have the model");
        }
    }
}
