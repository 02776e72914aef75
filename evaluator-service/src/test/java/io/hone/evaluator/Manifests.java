package io.hone.evaluator;

import io.hone.contracts.Sha256;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Kind;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.run.Trigger;
import io.hone.registry.version.Dataset;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import io.hone.registry.version.VersionDraft;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Versions as tests need them: small images of three colours. */
public final class Manifests {

    public static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    public static final int SIZE = 8;
    public static final Classes COLOURS = Classes.of("red", "green", "blue");
    public static final Preprocessing PREPROCESSING =
            new Preprocessing(SIZE, SIZE, List.of(0.5f, 0.5f, 0.5f), List.of(0.25f, 0.25f, 0.25f), ColourOrder.RGB);

    private Manifests() {}

    /** @param toOffset the offset after the last record that its trainer had read */
    public static Training training(ModelName model, String run, long toOffset) {
        return trainingOf(model, run, 1, toOffset);
    }

    /** @param toOffset the offset after the last record that its trainer had read */
    public static Training trainingOf(ModelName model, String run, int baseVersion, long toOffset) {
        return new Training(
                run,
                baseVersion,
                Trigger.NEW_IMAGES,
                new Dataset(
                        "labelled-images." + model,
                        0,
                        toOffset,
                        10,
                        0,
                        Map.of("red", 10),
                        Sha256.of(""),
                        Map.of(),
                        Optional.empty()),
                Recipe.of(Map.of("epochs", 1)),
                Kind.FULL,
                List.of(),
                10,
                0.3,
                Optional.empty(),
                1.5,
                "cpu",
                Optional.empty(),
                Optional.empty());
    }

    public static Manifest base(ModelName model) {
        return base(model, "model");
    }

    /** @param torchScript what its digest is of */
    public static Manifest base(ModelName model, String torchScript) {
        return manifest(model, 1, torchScript, Optional.empty());
    }

    public static Manifest candidate(ModelName model, int version, long toOffset) {
        return manifest(model, version, "model", Optional.of(training(model, "run-" + version, toOffset)));
    }

    private static Manifest manifest(ModelName model, int version, String torchScript, Optional<Training> training) {
        return new Manifest(
                model,
                version,
                NOW,
                COLOURS,
                PREPROCESSING,
                Sha256.of(torchScript),
                5,
                Map.of("hone", "test"),
                training,
                Optional.empty(),
                Optional.empty());
    }

    public static VersionDraft draft(ModelName model, String writer, Path torchScript, Optional<Training> training) {
        return draft(model, writer, torchScript, COLOURS, training);
    }

    public static VersionDraft draft(
            ModelName model, String writer, Path torchScript, Classes classes, Optional<Training> training) {
        return new VersionDraft(
                model,
                writer,
                NOW,
                torchScript,
                classes,
                PREPROCESSING,
                "engine=PyTorch\n",
                Map.of("hone", "test"),
                training,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
