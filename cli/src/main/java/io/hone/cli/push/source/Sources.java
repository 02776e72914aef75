package io.hone.cli.push.source;

import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens what somebody has named, as what it looks like.
 *
 * @param root what paths in a list are relative to; the list's own folder unless given
 */
public record Sources(Columns columns, ClassList classes, Optional<Path> root, FetchLimits fetching) {

    private static final List<String> LISTS = List.of(".csv", ".tsv", ".txt", ".lst", ".list", ".jsonl");
    private static final byte[] ZIP = "PK".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAR = "ustar".getBytes(StandardCharsets.US_ASCII);
    private static final int TAR_AT = 257;

    /** @param format as told; else it is recognised */
    public Source open(List<String> names, Optional<Format> format) throws IOException {
        Format as = format.isPresent() ? format.get() : recognised(names);
        return switch (as) {
            case FOLDER -> ImageFolder.open(only(names));
            case WEBDATASET -> WebDataset.open(names, columns, classes);
            case LIST -> tables("list of images", List.of(list(only(names))));
            case METADATA -> tables("folder with metadata", metadata(only(names)));
        };
    }

    private static Path only(List<String> names) {
        if (names.size() > 1) {
            throw new CommandFailure(
                    "only tars can be several: %s".formatted(String.join(" ", names)),
                    "Push them one after the other.");
        }
        return Path.of(names.get(0));
    }

    private ImageTables tables(String kind, List<ImageTable> tables) {
        return new ImageTables(kind, tables, columns, classes, new Fetcher(fetching));
    }

    private ImageTable list(Path file) {
        requireFile(file);
        return new ImageTable(file, root.orElse(folder(file)).toAbsolutePath(), Optional.empty());
    }

    private static List<ImageTable> metadata(Path path) throws IOException {
        return MetadataFiles.in(Files.isDirectory(path) ? path.toAbsolutePath() : folder(path));
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().getParent();
    }

    private static Format recognised(List<String> names) throws IOException {
        if (names.size() > 1 || Shards.isPattern(names.get(0))) {
            return Format.WEBDATASET;
        }
        Path path = Path.of(names.get(0));
        return Files.isDirectory(path) ? folderFormat(path) : fileFormat(path);
    }

    private static Format folderFormat(Path folder) throws IOException {
        if (MetadataFiles.areIn(folder)) {
            return Format.METADATA;
        }
        return Shards.in(folder).isEmpty() || hasFolders(folder) ? Format.FOLDER : Format.WEBDATASET;
    }

    private static boolean hasFolders(Path folder) throws IOException {
        try (Stream<Path> below = Files.list(folder)) {
            return below.anyMatch(Files::isDirectory);
        }
    }

    private static Format fileFormat(Path file) throws IOException {
        requireFile(file);
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.equals("metadata.jsonl") || name.equals("metadata.csv")) {
            return Format.METADATA;
        } else if (LISTS.stream().anyMatch(name::endsWith)) {
            return Format.LIST;
        }
        byte[] head = head(file);
        if (Shards.isTar(file) || begins(head, TAR_AT, TAR)) {
            return Format.WEBDATASET;
        } else if (begins(head, 0, ZIP)) {
            return Format.FOLDER;
        }
        throw new CommandFailure(
                "%s is nothing that is known: no folder, zip, tar or list of images".formatted(file),
                "Say what it is: --format folder, webdataset, list or metadata. Compressed tars are unpacked first: gunzip.");
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(
                    "there is no file or folder %s".formatted(file),
                    "Name a folder of images, a zip of one, tars of a WebDataset, or a list of images.");
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(TAR_AT + TAR.length);
        }
    }

    private static boolean begins(byte[] head, int at, byte[] magic) {
        return head.length >= at + magic.length && Arrays.equals(head, at, at + magic.length, magic, 0, magic.length);
    }
}
