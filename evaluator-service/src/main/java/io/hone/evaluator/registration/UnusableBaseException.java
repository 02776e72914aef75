package io.hone.evaluator.registration;

import io.hone.vision.classifier.UnusableModelException;
import java.nio.file.Path;

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

    /** The upload's name on this machine says nothing to who sent it. */
    static UnusableBaseException unusable(Path base, UnusableModelException e) {
        String file = base.getFileName() + " ";
        String message = e.getMessage();
        String reason = message.startsWith(file) ? message.substring(file.length() - 1) : ": " + message;
        return new UnusableBaseException("torchScript", "unusable-model", "torchScript" + reason, e);
    }

    public String field() {
        return field;
    }

    public String problem() {
        return problem;
    }
}
