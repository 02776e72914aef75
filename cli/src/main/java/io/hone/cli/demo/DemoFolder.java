package io.hone.cli.demo;

import io.hone.cli.place.DataFolder;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Begins with an empty data folder, and throws away only what an earlier demo left there. */
final class DemoFolder implements Consumer<DataFolder> {

    private static final String MARK = "made-by-hone-demo";

    private final boolean keepData;

    DemoFolder(boolean keepData) {
        this.keepData = keepData;
    }

    @Override
    public void accept(DataFolder data) {
        try {
            prepare(data);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the data folder %s cannot be prepared: %s".formatted(data.path(), e.getMessage()), e);
        }
    }

    private void prepare(DataFolder data) throws IOException {
        Path mark = data.path().resolve(MARK);
        if (!keepData && Files.exists(mark)) {
            data.empty();
        } else if (!keepData && holdsAnything(data)) {
            throw new CommandFailure(
                    "the data folder %s holds what no demo has made, and the demo begins with an empty one"
                            .formatted(data.path()),
                    "Choose another with --data DIR, or go on with what is there: --keep-data");
        }
        Files.write(mark, new byte[0]);
    }

    private static boolean holdsAnything(DataFolder data) throws IOException {
        try (Stream<Path> files = Files.list(data.path())) {
            return files.anyMatch(file -> !data.isBookkeeping(file));
        }
    }
}
