package io.hone.vision.classifier;

import ai.djl.engine.EngineException;
import java.util.List;
import java.util.regex.Pattern;

/** The file is no classifier that this engine can run on images of the described size; the message says why. */
public final class UnusableModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the engine says when memory, disk or device fail it, and not the file. */
    private static final Pattern NOT_THE_FILE = Pattern.compile(
            "out of memory|not enough memory|allocate memory|bad_alloc|alloc_failed|errno|too many open files"
                    + "|no space left|cuda error|cudnn error",
            Pattern.CASE_INSENSITIVE);

    private final boolean mayPass;

    public UnusableModelException(String message) {
        this(message, false);
    }

    UnusableModelException(String message, boolean mayPass) {
        super(message);
        this.mayPass = mayPass;
    }

    UnusableModelException(String message, EngineException cause) {
        super(message + ": " + inOneLine(cause), cause);
        this.mayPass = NOT_THE_FILE.matcher(String.valueOf(cause.getMessage())).find();
    }

    UnusableModelException(String message, UnsupportedOperationException cause) {
        super(message, cause);
        this.mayPass = false;
    }

    /**
     * Whether the engine said that something else than the file failed it: memory, the disk, the device. Where it did not,
     * that may still be so.
     */
    public boolean mayPass() {
        return mayPass;
    }

    /** The engine tells its whole stack; what went wrong is said in a Python line, or else in the first. */
    private static String inOneLine(EngineException cause) {
        List<String> lines = String.valueOf(cause.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.stream()
                .filter(line -> line.startsWith("RuntimeError"))
                .findFirst()
                .orElse(lines.get(0));
    }
}
