package io.hone.cli.push.source;

import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder as Hugging Face's data sets have it: {@code metadata.jsonl} or {@code .csv}, at the top or one for each split. */
final class MetadataFiles {

    private static final List<String> NAMES = List.of("metadata.jsonl", "metadata.csv");

    private MetadataFiles() {}

    static boolean areIn(Path folder) throws IOException {
        return !find(folder).isEmpty();
    }

    /** @throws CommandFailure if there are none */
    static List<ImageTable> in(Path folder) throws IOException {
        List<ImageTable> tables = find(folder);
        if (tables.isEmpty()) {
            throw new CommandFailure(
                    "there is no metadata.jsonl in %s".formatted(folder),
                    "It must lie in the folder, or in its folders train, validation and test.");
        }
        return tables;
    }

    private static List<ImageTable> find(Path folder) throws IOException {
        List<ImageTable> tables = new ArrayList<>(tables(folder, Optional.empty()));
        try (Stream<Path> below = Files.list(folder)) {
            for (Path split : below.filter(Files::isDirectory).sorted().toList()) {
                tables.addAll(tables(split, split(split)));
            }
        }
        return tables;
    }

    private static List<ImageTable> tables(Path folder, Optional<String> split) {
        return NAMES.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .map(file -> new ImageTable(file, folder, split))
                .toList();
    }

    /** Folders of other names are no splits. */
    private static Optional<String> split(Path folder) {
        try {
            return Labelling.split(folder.getFileName().toString());
        } catch (UnusableException e) {
            return Optional.empty();
        }
    }
}
