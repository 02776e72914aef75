package io.hone.cli.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path path;

    @Test
    void onlyOneAtATimeUsesIt() {
        // Given
        DataFolder folder = new DataFolder(path);
        FileLock lock = folder.lock().orElseThrow();

        // When
        boolean inUse = folder.isInUse();
        DataFolder.release(lock);

        // Then
        assertThat(inUse).isTrue();
        assertThat(folder.isInUse()).isFalse();
    }

    @Test
    void whatRunsIsFoundAgain() {
        // Given
        DataFolder folder = new DataFolder(path);
        RunningProcess self = RunningProcess.of("hone", ProcessHandle.current(), "http://127.0.0.1:1", "/log");
        StackState state =
                new StackState(self, "127.0.0.1:9092", "http://s3", Addresses.onThisMachine(1, 2, 3), List.of(self));

        // When
        folder.write(state);

        // Then
        assertThat(folder.state()).contains(state);
        assertThat(folder.state().orElseThrow().owner().isRunning()).isTrue();
    }

    @Test
    void aStateThatMakesNoSenseIsAsNone() throws IOException {
        // Given
        DataFolder folder = new DataFolder(path);

        // When
        Files.writeString(path.resolve("hone.json"), "{\"owner\":");

        // Then
        assertThat(folder.state()).isEmpty();
    }

    @Test
    void emptiedItKeepsTheLockOnly() throws IOException {
        // Given
        DataFolder folder = new DataFolder(path);
        FileLock lock = folder.lock().orElseThrow();
        Files.createDirectories(path.resolve("s3/buckets"));
        Files.writeString(path.resolve("s3/buckets/model.pt"), "weights");

        // When
        folder.empty();

        // Then
        assertThat(path.toFile().list()).containsExactly("hone.lock");
        assertThat(folder.isInUse()).isTrue();
        DataFolder.release(lock);
    }
}
