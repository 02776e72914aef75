package io.hone.cli.demo;

import io.hone.cli.place.Installation;
import io.hone.cli.register.Registration;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the demo shows: a base model, and a stream of images it is not at home with. */
final class Samples {

    /** The name the demo's model is registered under. */
    static final String MODEL = "cifar";

    private final Path folder;

    Samples(Installation installation) {
        this.folder = installation.samples();
    }

    Registration base() throws IOException {
        Path base = folder.resolve("base");
        return new Registration(
                MODEL,
                present(base.resolve("model.pt")),
                present(base.resolve("synset.txt")),
                Files.readString(present(base.resolve("preprocessing.json"))),
                Optional.empty());
    }

    /** A folder, or the same packed. */
    Path stream() {
        Path unpacked = folder.resolve("stream");
        return Files.isDirectory(unpacked) ? unpacked : present(folder.resolve("stream.zip"));
    }

    /** Images of classes that the base does not know. */
    Path newClasses() {
        return present(folder.resolve("new-classes.zip"));
    }

    private static Path present(Path file) {
        if (!Files.exists(file)) {
            throw new CommandFailure(
                    "the samples are not complete: there is no %s".formatted(file),
                    "They come with the repository: restore them with git checkout -- samples");
        }
        return file;
    }
}
