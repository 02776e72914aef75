package io.hone.stack;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder with the servers' jars, as packaging the module {@code local-stack} leaves it. */
public record StackHome(Path path) {
    public static final String PROPERTY = "hone.stack.home";
    public static final String VARIABLE = "HONE_STACK_HOME";

    /** @throws StackException when the folder holds no jars */
    public StackHome {
        path = requireNonNull(path, "path").toAbsolutePath().normalize();
        if (!Files.isDirectory(path.resolve("lib"))) {
            throw new StackException("No broker and S3 endpoint in " + path
                    + " (folder lib is missing): package them with `mvn -DskipTests package`, or point " + PROPERTY
                    + " or " + VARIABLE + " at a folder that has them");
        }
    }

    /** Looks at the system property first, then at the environment. */
    public static StackHome find() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                .filter(value -> !value.isBlank())
                .map(value -> new StackHome(Path.of(value)))
                .orElseThrow(
                        () -> new StackException("Where the broker and the S3 endpoint lie is not set: package them"
                                + " with `mvn -DskipTests package` and set system property " + PROPERTY
                                + " or variable "
                                + VARIABLE + " to local-stack/target/stack"));
    }

    String classPath() {
        return path.resolve("lib").resolve("*").toString();
    }
}
