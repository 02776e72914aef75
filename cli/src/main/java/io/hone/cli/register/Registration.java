package io.hone.cli.register;

import io.hone.cli.http.Multipart;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model to register.
 *
 * @param torchScript its first version
 * @param classes a file, one class a line in the order of the network's outputs
 * @param preprocessing as JSON
 * @param holdOutFraction share of the images never trained on; the evaluator's default when empty
 * @param changes what is to be done to {@code torchScript}
 * @param recipe how its runs train, as JSON; the trainer's own settings hold when empty
 */
public record Registration(
        String name,
        Path torchScript,
        Path classes,
        String preprocessing,
        Optional<Double> holdOutFraction,
        BaseChanges changes,
        Optional<String> recipe) {

    /** A network as it is, trained as the trainer is set up to. */
    public Registration(
            String name, Path torchScript, Path classes, String preprocessing, Optional<Double> holdOutFraction) {
        this(name, torchScript, classes, preprocessing, holdOutFraction, BaseChanges.NONE, Optional.empty());
    }

    public Multipart asRequest() throws IOException {
        Multipart request = new Multipart()
                .field("name", name)
                .field("classes", Files.readString(present("--classes", classes)))
                .field("preprocessing", preprocessing);
        holdOutFraction.ifPresent(fraction -> request.field("holdOutFraction", fraction.toString()));
        recipe.ifPresent(settings -> request.field("recipe", settings));
        changes.addTo(request);
        return request.file("torchScript", present("--torchscript", torchScript));
    }

    static Path present(String option, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandFailure(
                    "%s: there is no file %s that can be read".formatted(option, file), "Give the path of the file.");
        }
        return file;
    }
}
