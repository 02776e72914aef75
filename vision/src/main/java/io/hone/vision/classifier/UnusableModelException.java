package io.hone.vision.classifier;

import ai.djl.engine.EngineException;
import java.util.List;

/** The file is no classifier that this engine can run on images of the described size; the message says why. */
public final class UnusableModelException extends RuntimeException {

    UnusableModelException(String message) {
        super(message);
    }

    UnusableModelException(String message, EngineException cause) {
        super(message + ": " + inOneLine(cause), cause);
    }

    UnusableModelException(String message, UnsupportedOperationException cause) {
        super(message, cause);
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
