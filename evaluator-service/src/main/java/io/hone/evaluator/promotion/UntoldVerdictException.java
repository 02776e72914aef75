package io.hone.evaluator.promotion;

import io.hone.contracts.verdict.Verdict;

/** The broker did not take a verdict; it stays pending and is told again. */
public final class UntoldVerdictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UntoldVerdictException(Verdict verdict, Exception cause) {
        super(
                "the verdict about version %d of model '%s' could not be told: %s"
                        .formatted(verdict.version(), verdict.model(), cause.getMessage()),
                cause);
    }
}
