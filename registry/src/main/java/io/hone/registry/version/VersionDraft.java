package io.hone.registry.version;

import io.hone.contracts.Checks;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.Preprocessing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A version about to be published.
 *
 * @param writer who publishes, such as the run: the same writer again gets the same version number
 * @param torchScript the local file that becomes {@code model.pt}
 * @param servingProperties what DJL Serving needs to load the version's folder as it is
 * @param files what else lies beside {@code model.pt}, by name, such as the run's curve
 */
public record VersionDraft(
        ModelName model,
        String writer,
        Instant createdAt,
        Path torchScript,
        Classes classes,
        Preprocessing preprocessing,
        String servingProperties,
        Map<String, String> software,
        Optional<Training> training,
        Optional<String> head,
        Optional<Origin> origin,
        Map<String, byte[]> files) {

    public VersionDraft {
        Checks.present("model", model);
        Checks.line("writer", writer, 200);
        Checks.present("createdAt", createdAt);
        Checks.present("torchScript", torchScript);
        Checks.present("classes", classes);
        Checks.present("preprocessing", preprocessing);
        Checks.present("servingProperties", servingProperties);
        software = Map.copyOf(Checks.present("software", software));
        Checks.present("training", training);
        Checks.present("head", head);
        Checks.present("origin", origin);
        files = Map.copyOf(Checks.present("files", files));
    }

    /** A base: nothing about it was trained or changed. */
    public static VersionDraft base(
            ModelName model,
            String writer,
            Instant createdAt,
            Path torchScript,
            Classes classes,
            Preprocessing preprocessing,
            String servingProperties,
            Map<String, String> software) {
        return new VersionDraft(
                model,
                writer,
                createdAt,
                torchScript,
                classes,
                preprocessing,
                servingProperties,
                software,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    Manifest manifest(int version, String sha256, long bytes) {
        return new Manifest(
                model, version, createdAt, classes, preprocessing, sha256, bytes, software, training, head, origin);
    }
}
