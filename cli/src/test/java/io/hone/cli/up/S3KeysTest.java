package io.hone.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.stack.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3KeysTest {

    @TempDir
    private Path folder;

    @Test
    void keysAreMadeOnceAndKept() {
        // Given
        Credentials first = S3Keys.in(folder.resolve("keys"));

        // When
        Credentials second = S3Keys.in(folder.resolve("keys"));

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(first.secretKey()).hasSize(40);
    }

    @Test
    void anotherFolderHasOtherKeys() {
        // When
        Credentials one = S3Keys.in(folder.resolve("one"));
        Credentials other = S3Keys.in(folder.resolve("other"));

        // Then
        assertThat(one.secretKey()).isNotEqualTo(other.secretKey());
    }

    @Test
    void onlyTheirOwnerCanReadThem() throws IOException {
        // Given
        Path file = folder.resolve("keys");

        // When
        S3Keys.in(file);

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
