package io.hone.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.cli.http.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    @Test
    void whatWasNotMeasuredIsNotThere() {
        // Given: as the evaluator answers, with more than this command wants to know
        String json = """
                {"verdict": {"model": "cifar", "version": 2, "champion": 1, "outcome": "promoted", "at": "2026-11-22T15:26:39Z",
                  "findings": [{"rule": "golden-set", "measured": 0.0, "bound": 0.0, "passed": true, "explanation": "None."}]},
                 "champion": {"version": 1, "images": 806, "correct": 291, "millisPerImage": 2.34, "accuracy": 0.361},
                 "candidate": {"version": 2, "images": 806, "correct": 403, "accuracy": 0.5}}""";

        // When
        Evaluation evaluation = new Answer(
                        URI.create("http://localhost"), 200, Optional.empty(), json.getBytes(StandardCharsets.UTF_8))
                .read(Evaluation.class);

        // Then
        assertThat(evaluation.verdict().isPromotion()).isTrue();
        assertThat(evaluation.champion().millisPerImage()).isEqualTo(2.34);
        assertThat(evaluation.candidate().millisPerImage()).isNull();
        assertThat(evaluation.candidate().percent()).isEqualTo(50);
    }
}
