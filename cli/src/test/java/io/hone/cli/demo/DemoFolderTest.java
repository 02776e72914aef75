package io.hone.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.cli.place.DataFolder;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {

    @TempDir
    private Path path;

    @Test
    void whatAnEarlierDemoLeftIsThrownAway() throws IOException {
        // Given
        new DemoFolder(false).accept(new DataFolder(path));
        Files.writeString(path.resolve("model.pt"), "old");

        // When
        new DemoFolder(false).accept(new DataFolder(path));

        // Then
        assertThat(path.resolve("model.pt")).doesNotExist();
    }

    @Test
    void whatNoDemoHasMadeIsLeftAlone() throws IOException {
        // Given
        Files.writeString(path.resolve("thesis.txt"), "dear");

        // When, Then
        assertThatThrownBy(() -> new DemoFolder(false).accept(new DataFolder(path)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no demo has made");
        assertThat(path.resolve("thesis.txt")).hasContent("dear");
    }

    @Test
    void keptDataStays() throws IOException {
        // Given
        new DemoFolder(false).accept(new DataFolder(path));
        Files.writeString(path.resolve("model.pt"), "old");

        // When
        new DemoFolder(true).accept(new DataFolder(path));

        // Then
        assertThat(path.resolve("model.pt")).hasContent("old");
    }
}
