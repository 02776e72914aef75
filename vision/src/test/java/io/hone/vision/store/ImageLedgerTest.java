package io.hone.vision.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageLedgerTest {

    @TempDir
    Path directory;

    @Test
    void aNewOneKnowsNothing() {
        // When
        try (ImageLedger ledger = ImageLedger.open(directory)) {
            // Then
            assertThat(ledger.value()).isEmpty();
            assertThat(ledger.holds(TestImages.id(1))).isFalse();
        }
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() {
        // Given
        try (ImageLedger ledger = ImageLedger.open(directory)) {
            ledger.write(List.of(TestImages.id(1), TestImages.id(2)), "two".getBytes(UTF_8));
            ledger.write(List.of(TestImages.id(3)), "three".getBytes(UTF_8));
        }

        // When
        try (ImageLedger ledger = ImageLedger.open(directory)) {
            // Then
            assertThat(ledger.value()).hasValue("three".getBytes(UTF_8));
            assertThat(List.of(1, 2, 3, 4))
                    .map(number -> ledger.holds(TestImages.id(number)))
                    .containsExactly(true, true, true, false);
        }
    }

    @Test
    void clearedItForgetsTheImages() {
        // Given
        try (ImageLedger ledger = ImageLedger.open(directory)) {
            ledger.write(List.of(TestImages.id(1)), "one".getBytes(UTF_8));

            // When
            ledger.clear("none".getBytes(UTF_8));

            // Then
            assertThat(ledger.holds(TestImages.id(1))).isFalse();
            assertThat(ledger.value()).hasValue("none".getBytes(UTF_8));
        }
    }

    @Test
    void closedItRefuses() {
        // Given
        ImageLedger ledger = ImageLedger.open(directory);

        // When
        ledger.close();

        // Then
        assertThatThrownBy(ledger::value).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ledger.write(List.of(), new byte[0])).isInstanceOf(IllegalStateException.class);
    }
}
