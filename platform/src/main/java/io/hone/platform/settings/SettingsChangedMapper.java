package io.hone.platform.settings;

import io.hone.platform.problem.Problems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** 412: the change was made from one that is no longer in force. */
@Provider
class SettingsChangedMapper extends ExceptionMapperBase<SettingsChangedException> {

    @Override
    protected HttpProblem toProblem(SettingsChangedException changed) {
        String subject = changed.subject();
        return Problems.problem(
                        Status.PRECONDITION_FAILED,
                        subject + "-changed",
                        "The " + subject + " has changed",
                        changed.getMessage())
                .build();
    }
}
