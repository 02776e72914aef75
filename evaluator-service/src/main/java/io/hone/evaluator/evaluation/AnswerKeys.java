package io.hone.evaluator.evaluation;

import io.hone.contracts.Json;
import io.hone.contracts.Sha256;
import io.hone.registry.version.Manifest;
import io.hone.vision.store.ImageStore;
import java.nio.charset.StandardCharsets;

/**
 * Under which keys versions' answers are kept.
 *
 * @param engine with its version, and the device: another may answer otherwise
 */
record AnswerKeys(String engine) {

    /** SHA-256 of all that answers follow from: the weights, how images are prepared for them, and what computes. */
    String of(Manifest version) {
        String preparation = new String(Json.write(version.preprocessing()), StandardCharsets.UTF_8);
        return Sha256.of("%s\n%s\n%s\npixels %d".formatted(version.sha256(), preparation, engine, ImageStore.LAYOUT));
    }
}
