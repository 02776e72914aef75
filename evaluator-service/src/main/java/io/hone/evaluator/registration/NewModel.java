package io.hone.evaluator.registration;

import io.hone.contracts.Checks;
import io.hone.contracts.Json;
import io.hone.contracts.Sha256;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.contracts.model.Preprocessing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A model as somebody wants it registered.
 *
 * @param classes in the order of the network's outputs
 * @param holdOutFraction share of images never trained on, 0.01 to 0.9
 * @param torchScript the base
 */
public record NewModel(
        ModelName name, Classes classes, Preprocessing preprocessing, double holdOutFraction, Path torchScript) {

    public NewModel {
        Checks.present("name", name);
        Checks.present("classes", classes);
        Checks.present("preprocessing", preprocessing);
        Checks.present("torchScript", torchScript);
    }

    ModelSettings settings(Instant registeredAt) {
        return new ModelSettings(name, holdOutFraction, registeredAt);
    }

    /** SHA-256 over all that makes the base: the same request again has the same, any other has another. */
    String digest() {
        try {
            return Sha256.of(Json.write(List.of(Sha256.of(torchScript), classes, preprocessing)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + torchScript, e);
        }
    }
}
