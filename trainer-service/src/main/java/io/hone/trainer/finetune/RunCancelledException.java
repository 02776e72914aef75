package io.hone.trainer.finetune;

/** The run was told to stop: the process ends, or the model has moved to another one. It is taken up again later. */
public final class RunCancelledException extends Exception {

    private static final long serialVersionUID = 1L;

    public RunCancelledException(String run, int iteration) {
        super("run %s was stopped after iteration %d".formatted(run, iteration));
    }

    public RunCancelledException(String run, Throwable cause) {
        super("run %s was stopped: %s".formatted(run, cause.getMessage()), cause);
    }
}
