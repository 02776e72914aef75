package io.hone.bench.training;

import io.hone.bench.cifar.Cifar;
import io.hone.contracts.Sha256;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A model's version on disk, without a registry around it. */
public record Version(Path torchScript, Manifest manifest) {

    private static final ModelName MODEL = new ModelName("bench");

    /** As a person registers it: to it, all images are new. */
    public static Version registered(Path torchScript, Classes classes) {
        return version(torchScript, 1, classes, Optional.empty());
    }

    /** As a run made it: to it, images are new that arrived after the run was planned. */
    public static Version trained(Path torchScript, Training training, Classes classes) {
        return version(torchScript, training.baseVersion() + 1, classes, Optional.of(training));
    }

    public Classes classes() {
        return manifest.classes();
    }

    private static Version version(Path torchScript, int number, Classes classes, Optional<Training> training) {
        try {
            return new Version(
                    torchScript,
                    new Manifest(
                            MODEL,
                            number,
                            Instant.EPOCH,
                            classes,
                            Cifar.PREPROCESSING,
                            Sha256.of(torchScript),
                            Files.size(torchScript),
                            Map.of(),
                            training,
                            Optional.empty(),
                            Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + torchScript, e);
        }
    }
}
