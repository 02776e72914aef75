package io.hone.cli.register;

import io.hone.cli.recipe.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the model's runs are to train: key by key, a file, or both. */
final class RecipeOptions {

    @Option(
            names = "--recipe",
            paramLabel = "KEY=VALUE",
            description = "How its runs train, such as kind=partial; may be given several times. All keys are in"
                    + " docs/configuration.md.")
    private List<String> pairs = List.of();

    @Option(
            names = "--recipe-file",
            paramLabel = "FILE",
            description = "The same as one JSON object; --recipe goes before it.")
    private Path file;

    /** As JSON; empty when nothing is said. */
    Optional<String> json() {
        Settings settings = file == null ? Settings.none() : Settings.read(Registration.present("--recipe-file", file));
        return Optional.of(settings.with("--recipe", pairs))
                .filter(given -> !given.isEmpty())
                .map(Settings::json);
    }
}
