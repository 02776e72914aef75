package io.hone.cli.push;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An image file and its label.
 *
 * @param name below the image folder, for messages
 */
record LabelledFile(String label, String name, Path file, long bytes) {

    byte[] read() throws IOException {
        return Files.readAllBytes(file);
    }
}
