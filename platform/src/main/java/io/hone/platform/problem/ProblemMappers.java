package io.hone.platform.problem;

import io.hone.platform.kafka.BrokerAwayException;
import io.hone.registry.UnknownModelException;
import io.hone.registry.settings.InvalidSettingException;
import io.hone.registry.store.ObjectStoreException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** Answers requests with the problems that {@link Problems} knows. */
abstract class ProblemMappers<E extends Throwable> extends ExceptionMapperBase<E> {

    @Override
    protected HttpProblem toProblem(E failure) {
        return Problems.of(failure).orElseThrow();
    }

    @Provider
    static class UnknownModel extends ProblemMappers<UnknownModelException> {}

    @Provider
    static class InvalidField extends ProblemMappers<InvalidFieldException> {}

    @Provider
    static class InvalidSetting extends ProblemMappers<InvalidSettingException> {}

    @Provider
    static class BucketAway extends ProblemMappers<ObjectStoreException> {}

    @Provider
    static class BrokerAway extends ProblemMappers<BrokerAwayException> {}
}
