package io.hone.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void aFailureGoesToTheErrorsWithWhatToDoNext() {
        // Given
        Captured captured = Captured.plain();

        // When
        captured.terminal().failure(new CommandFailure("it is broken …", "Mend it.\nThen try again."));

        // Then
        assertThat(captured.err()).isEqualTo("hone: it is broken ...\n      Mend it.\n      Then try again.\n");
        assertThat(captured.out()).isEmpty();
    }

    @Test
    void aPlainTerminalGetsAsciiOnly() {
        // Given
        Captured captured = Captured.plain();

        // When
        captured.terminal().done("waited … → done × 2");

        // Then
        assertThat(captured.out()).isEqualTo("  + waited ... -> done x 2\n");
    }

    @Test
    void progressInAPipeIsALineForEveryTenth() {
        // Given
        Captured captured = Captured.plain();

        // When
        try (Progress progress = captured.terminal().progress("Sending", "images", 50)) {
            for (int i = 0; i < 50; i++) {
                progress.stepBy(1);
            }
        }

        // Then
        assertThat(captured.out().lines()).hasSize(10).allMatch(line -> line.startsWith("  Sending: "));
        assertThat(captured.out()).contains("50 of 50").doesNotContain("\r").doesNotContain("\u001b");
    }

    @Test
    void progressOnATerminalIsDrawnOverOneLine() {
        // Given
        Captured captured = new Captured(new Capabilities(true, false, false, 100));

        // When
        try (Progress progress = captured.terminal().progress("Sending", "images", 50)) {
            progress.stepTo(50);
            progress.note("loss 0.5");
        }

        // Then
        assertThat(captured.out())
                .contains("\r  Sending 100%")
                .contains("50/50")
                .contains("loss 0.5");
        assertThat(captured.out().lines().filter(line -> !line.isEmpty()).count())
                .isPositive();
        assertThat(captured.out()).endsWith("\n").doesNotContain("\u001b");
    }

    @Test
    void longSentencesAreBrokenBetweenWordsOnATerminal() {
        // Given
        Captured captured = new Captured(new Capabilities(true, false, false, 40));

        // When
        captured.terminal().done("The hold-out has 280 images, at least 100 are needed.");

        // Then
        assertThat(captured.out()).isEqualTo("  + The hold-out has 280 images, at\n    least 100 are needed.\n");
    }

    @Test
    void aStatusLineLeavesNoTrace() {
        // Given
        Captured captured = new Captured(new Capabilities(true, false, false, 100));

        // When
        try (StatusLine line = captured.terminal().statusLine()) {
            line.show("waiting");
        }

        // Then
        assertThat(captured.out()).isEqualTo("\r  waiting\r         \r");
    }
}
