package io.hone.stack;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackHomeTest {
    @Test
    void aFolderWithoutJarsTellsWhatToRun(@TempDir Path empty) {
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> new StackHome(empty))
                .withMessageContaining(empty.toString())
                .withMessageContaining("mvn -DskipTests package");
    }
}
