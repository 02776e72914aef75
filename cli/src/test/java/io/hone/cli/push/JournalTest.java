package io.hone.cli.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("push/key.journal");
    }

    @Test
    void whatWasAcknowledgedIsKnownToTheNextProcess() throws IOException {
        // Given
        try (Journal journal = Journal.open(file, false)) {
            journal.add(LongStream.range(0, 20_000).boxed().toList());
            journal.add(List.of(-5L));
        }

        // When
        try (Journal journal = Journal.open(file, false)) {

            // Then
            assertThat(journal.size()).isEqualTo(20_001);
            assertThat(journal.contains(19_999)).isTrue();
            assertThat(journal.contains(-5)).isTrue();
            assertThat(journal.contains(20_000)).isFalse();
        }
    }

    @Test
    void whatWasTornWhileItWasWrittenCountsForNothing() throws IOException {
        // Given
        try (Journal journal = Journal.open(file, false)) {
            journal.add(List.of(1L, 2L));
        }
        Files.write(file, new byte[] {0, 0, 0}, StandardOpenOption.APPEND);

        // When
        try (Journal journal = Journal.open(file, false)) {
            journal.add(List.of(3L));
        }

        // Then
        try (Journal journal = Journal.open(file, false)) {
            assertThat(journal.size()).isEqualTo(3);
            assertThat(journal.contains(3)).isTrue();
        }
    }

    @Test
    void itCanBeBegunAnew() throws IOException {
        // Given
        try (Journal journal = Journal.open(file, false)) {
            journal.add(List.of(1L, 2L));
        }

        // When
        try (Journal journal = Journal.open(file, true)) {

            // Then
            assertThat(journal.size()).isZero();
        }
    }

    @Test
    void twoPushesOfTheSameAreRefused() throws IOException {
        // Given
        try (Journal journal = Journal.open(file, false)) {
            assertThat(journal.size()).isZero();

            // When, Then
            assertThatThrownBy(() -> Journal.open(file, false))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("is being pushed to this model already");
        }
    }
}
