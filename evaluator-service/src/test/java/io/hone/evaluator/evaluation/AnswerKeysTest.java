package io.hone.evaluator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Manifests;
import io.hone.registry.version.Manifest;
import org.junit.jupiter.api.Test;

class AnswerKeysTest {

    private static final ModelName MODEL = new ModelName("colours");
    private static final Manifest VERSION = Manifests.base(MODEL);

    @Test
    void anotherEngineOrDeviceMayAnswerOtherwise() {
        // Given
        AnswerKeys keys = new AnswerKeys("PyTorch 2.7.1 on cpu");

        // When, Then
        assertThat(keys.of(VERSION))
                .isEqualTo(new AnswerKeys("PyTorch 2.7.1 on cpu").of(VERSION))
                .isNotEqualTo(new AnswerKeys("PyTorch 2.8.0 on cpu").of(VERSION))
                .isNotEqualTo(new AnswerKeys("PyTorch 2.7.1 on gpu(0)").of(VERSION))
                .isNotEqualTo(keys.of(Manifests.base(MODEL, "other weights")));
    }
}
