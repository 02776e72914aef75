package io.hone.evaluator.promotion;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.Sha256;
import io.hone.contracts.model.Classes;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.PairedOutcomes;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void accuraciesThatTheirPairsDoNotShowAreRefused() {
        assertThatThrownBy(() -> new Comparison(
                        Comparisons.MODEL,
                        1,
                        new HoldOutSnapshot(700, 10, Sha256.of("images")),
                        Classes.of("cat", "dog"),
                        Classes.of("cat", "dog"),
                        new Measurement(1, 10, 6, 0.5),
                        new Measurement(2, 10, 7, 0.5),
                        new PairedOutcomes(6, 0, 2, 2),
                        Comparisons.of(10, 6, 8).report(),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the candidate was right on 7 of 10 images, its pairs say 8 of 10");
    }
}
