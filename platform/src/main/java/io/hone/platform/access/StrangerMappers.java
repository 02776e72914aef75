package io.hone.platform.access;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;

/**
 * Tells those whom an authentication mechanism refuses what they lack. Asked before the mappers of the problem extension,
 * which read a field that this Quarkus no longer has and would give no answer at all.
 */
abstract class StrangerMappers<E extends Throwable> extends ExceptionMapperBase<E> {

    @Override
    protected HttpProblem toProblem(E refused) {
        // Why exactly is nothing that a stranger should learn: it would help to guess.
        return Refusals.unknown();
    }

    @Provider
    @Priority(Priorities.AUTHENTICATION)
    static class Failed extends StrangerMappers<AuthenticationFailedException> {}

    @Provider
    @Priority(Priorities.AUTHENTICATION)
    static class Unfinished extends StrangerMappers<AuthenticationCompletionException> {}

    @Provider
    @Priority(Priorities.AUTHENTICATION)
    static class Unauthorized extends StrangerMappers<UnauthorizedException> {}
}
