package io.hone.evaluator.registration;

/** The file cannot become a model's base; the message says why. */
public final class UnusableBaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    /** @param problem short name of what is wrong, such as {@code not-torch-script} */
    public UnusableBaseException(String problem, String message) {
        super(message);
        this.problem = problem;
    }

    public UnusableBaseException(String problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public String problem() {
        return problem;
    }
}
