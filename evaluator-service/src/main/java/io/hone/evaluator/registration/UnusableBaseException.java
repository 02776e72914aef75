package io.hone.evaluator.registration;

/** What was given cannot become a model's base; the message says why, and what to do. */
public final class UnusableBaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    /**
     * @param field of the request, such as {@code torchScript}
     * @param problem short name of what is wrong, such as {@code not-torch-script}
     */
    public UnusableBaseException(String field, String problem, String message) {
        this(field, problem, message, null);
    }

    public UnusableBaseException(String field, String problem, String message, Throwable cause) {
        super(message, cause);
        this.field = field;
        this.problem = problem;
    }

    public String field() {
        return field;
    }

    public String problem() {
        return problem;
    }
}
