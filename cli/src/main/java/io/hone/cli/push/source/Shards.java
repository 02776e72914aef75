package io.hone.cli.push.source;

import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tars of a WebDataset: named one by one, by a pattern such as {@code train-{000000..000123}.tar}, or a folder. */
final class Shards {

    private static final Pattern RANGE = Pattern.compile("\\{(\\d{1,9})\\.\\.(\\d{1,9})}");
    private static final int MOST = 1_000_000;

    private Shards() {}

    static boolean isPattern(String name) {
        return RANGE.matcher(name).find();
    }

    static boolean isTar(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".tar");
    }

    /** @throws CommandFailure if one of them is not there */
    static List<Path> of(List<String> sources) throws IOException {
        List<Path> shards = new ArrayList<>();
        for (String source : sources) {
            if (Files.isDirectory(Path.of(source))) {
                shards.addAll(in(Path.of(source)));
            } else {
                expand(source, shards);
            }
        }
        for (Path shard : shards) {
            if (!Files.isRegularFile(shard)) {
                throw new CommandFailure(
                        "there is no file %s".formatted(shard),
                        "Name tars that are there; a pattern such as name-{000000..000123}.tar names all of a range.");
            }
        }
        return shards;
    }

    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Shards::isTar)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static void expand(String pattern, List<Path> shards) {
        Matcher range = RANGE.matcher(pattern);
        if (!range.find()) {
            shards.add(Path.of(pattern));
            return;
        }
        int first = Integer.parseInt(range.group(1));
        int last = Integer.parseInt(range.group(2));
        if (last < first || last - first >= MOST - shards.size()) {
            throw new CommandFailure(
                    "%s names no range of files".formatted(range.group()),
                    "The first number must not be above the last, and there may be %,d tars at most.".formatted(MOST));
        }
        int width = range.group(1).length();
        for (int number = first; number <= last; number++) {
            expand(
                    pattern.substring(0, range.start())
                            + String.format(Locale.ROOT, "%0" + width + "d", number)
                            + pattern.substring(range.end()),
                    shards);
        }
    }
}
