package io.hone.cli.push;

import io.hone.cli.terminal.CommandFailure;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.List;
import java.util.stream.Stream;

/** Images as {@code <root>/<class>/<file>}, in a folder or in a zip; files deeper down belong to the class as well. */
public final class ImageFolder implements AutoCloseable {

    private final Path root;
    private final Closeable archive;

    private ImageFolder(Path root, Closeable archive) {
        this.root = root;
        this.archive = archive;
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

    /**
     * In a fixed order that deals the classes out evenly, so that an interrupted push has sent some of each.
     *
     * @throws CommandFailure if there are none
     */
    List<LabelledFile> images() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<LabelledFile> images = files.filter(Files::isRegularFile)
                    .filter(this::isBelowAClass)
                    .filter(file -> !isHidden(file))
                    .map(this::labelled)
                    .toList();
            if (images.isEmpty()) {
                throw new CommandFailure(
                        "there are no images in %s".formatted(root.toUri()),
                        "It must hold a folder for each class, with the images in it: <class>/<image>.");
            }
            return Dealing.outByLabel(images);
        }
    }

    private boolean isBelowAClass(Path file) {
        return root.relativize(file).getNameCount() >= 2;
    }

    private boolean isHidden(Path file) {
        return Stream.iterate(root.relativize(file), path -> path != null, Path::getParent)
                .anyMatch(path -> path.getFileName().toString().startsWith("."));
    }

    private LabelledFile labelled(Path file) {
        Path relative = root.relativize(file);
        return new LabelledFile(relative.getName(0).toString(), relative.toString(), file, size(file));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
