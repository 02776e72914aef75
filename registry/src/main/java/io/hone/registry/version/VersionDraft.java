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
        Optional<Training> training) {

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
    }

    Manifest manifest(int version, String sha256, long bytes) {
        return new Manifest(model, version, createdAt, classes, preprocessing, sha256, bytes, software, training);
    }
}
