package io.hone.cli.push.source;

import io.hone.cli.terminal.CommandFailure;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Images as {@code <root>/<class>/<file>}, in a folder or in a zip; files deeper down belong to the class as well. */
public final class ImageFolder implements Source {

    private final Path root;
    private final Closeable archive;
    private final SortedMap<String, Names> filesByClass;

    private ImageFolder(Path root, Closeable archive) throws IOException {
        this.root = root;
        this.archive = archive;
        this.filesByClass = filesByClass(root);
    }

    public static ImageFolder open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new ImageFolder(path, () -> {});
        }
        if (!Files.isRegularFile(path)) {
            throw new CommandFailure(
                    "there is no folder or zip file %s".formatted(path),
                    "Give a folder that holds a folder for each class: FOLDER/<class>/<image>.");
        }
        try {
            FileSystem zip = FileSystems.newFileSystem(path);
            return new ImageFolder(zip.getPath("/"), zip);
        } catch (ProviderNotFoundException | IOException e) {
            throw new CommandFailure(
                    "%s is neither a folder nor a zip file".formatted(path),
                    "Give a folder, or a zip, that holds a folder for each class: <class>/<image>.",
                    e);
        }
    }

    private static SortedMap<String, Names> filesByClass(Path root) throws IOException {
        SortedMap<String, Names> files = new TreeMap<>();
        List<Path> folders;
        try (Stream<Path> all = Files.list(root)) {
            folders = all.filter(Files::isDirectory)
                    .filter(folder -> !isHidden(root, folder))
                    .toList();
        }
        for (Path folder : folders) {
            Names names = files(root, folder);
            if (names.count() > 0) {
                files.put(label(root, folder), names);
            }
        }
        return files;
    }

    private static Names files(Path root, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new Names(files.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(root, file))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList());
        }
    }

    private static String label(Path root, Path file) {
        String name = root.relativize(file).getName(0).toString();
        // A zip's folders may end so.
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean isHidden(Path root, Path file) {
        return Stream.iterate(root.relativize(file), path -> path != null, Path::getParent)
                .anyMatch(path -> path.getFileName().toString().startsWith("."));
    }

    @Override
    public String kind() {
        return "image folder";
    }

    /** @throws CommandFailure if there are none */
    @Override
    public long count() {
        if (filesByClass.isEmpty()) {
            throw new CommandFailure(
                    "there are no images in %s".formatted(root.toUri()),
                    "It must hold a folder for each class, with the images in it: <class>/<image>.");
        }
        return filesByClass.values().stream().mapToLong(Names::count).sum();
    }

    /** Deals the classes out like cards, one image of each in turn, so that an interrupted push has sent some of each. */
    @Override
    public Entries entries() {
        List<Dealing.Hand> hands = new ArrayList<>();
        filesByClass.forEach((label, names) -> hands.add(new Dealing.Hand(label, names.iterator())));
        return new Dealing(hands, this::entry);
    }

    private Entry entry(String label, String name) {
        try {
            Path file = root.resolve(name);
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            String state =
                    attributes.size() + " " + attributes.lastModifiedTime().toMillis();
            return new Entry.Image(name, state, Labelling.of(label), Content.of(file));
        } catch (InvalidPathException e) {
            return new Entry.Unusable(name, Reasons.UNTOLD);
        } catch (IOException e) {
            return new Entry.Unusable(name, Reasons.of(e));
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
