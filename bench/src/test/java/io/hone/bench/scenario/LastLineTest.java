package io.hone.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastLineTest {

    @Test
    void numbersHaveAPointWhateverTheLocale() {
        // When
        LastLine line = new LastLine("throughput").with("run", 1234.56, 0).with("ratio", 0.9576, 3);

        // Then
        assertThat(line).hasToString("throughput run=1235 ratio=0.958");
    }

    @Test
    void whatWasNeverReachedHasNoNumber() {
        // When
        LastLine line = new LastLine("scratch-vs-finetune")
                .with("ratio80", Double.NaN, 1)
                .with("final", 0.85, 4);

        // Then
        assertThat(line).hasToString("scratch-vs-finetune ratio80=none final=0.8500");
    }
}
