package io.hone.cli.place;

import io.hone.cli.terminal.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder Hone was built in.
 *
 * @param root the repository's
 */
public record Installation(Path root) {

    public Installation {
        root = root.toAbsolutePath().normalize();
    }

    /** The launcher says where; started in another way, it is the working folder. */
    public static Installation ofSystem() {
        return new Installation(Path.of(System.getProperty("hone.root", "")));
    }

    /** @throws CommandFailure if it has not been packaged */
    public Path jar(Service service) {
        Path jar = service.jar(root);
        if (!Files.isRegularFile(jar)) {
            throw new CommandFailure(
                    "the %s service is not built: there is no %s".formatted(service.title(), jar),
                    "Build it with: (cd '%s' && mvn -B -DskipTests package)".formatted(root));
        }
        return jar;
    }

    public Path samples() {
        return root.resolve("samples");
    }

    Path usualData() {
        return root.resolve(".hone");
    }

    /** The demo keeps to itself: it throws away what an earlier one left. */
    public Path demoData() {
        return usualData().resolve("demo");
    }
}
