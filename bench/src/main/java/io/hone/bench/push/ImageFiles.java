package io.hone.bench.push;

import io.hone.bench.cifar.Example;
import io.hone.bench.cifar.Examples;
import io.hone.bench.look.PixelImages;
import io.hone.bench.service.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * An image folder.
 *
 * @param bytes of all files together
 */
record ImageFiles(Path folder, List<Path> files, long bytes) {

    static ImageFiles write(Path folder, Examples examples) throws IOException {
        List<Path> files = new ArrayList<>(examples.size());
        long bytes = 0;
        for (Example example : examples.list()) {
            Path file = folder.resolve(example.label()).resolve(files.size() + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(PixelImages.toImage(example.pixels()), "png", file.toFile());
            files.add(file);
            bytes += Files.size(file);
        }
        return new ImageFiles(folder, files, bytes);
    }

    int count() {
        return files.size();
    }

    /** Each read when its turn comes. */
    Iterator<Picture> pictures() {
        return files.stream().map(ImageFiles::read).iterator();
    }

    private static Picture read(Path file) {
        try {
            return new Picture(
                    Files.readAllBytes(file), file.getParent().getFileName().toString(), "image/png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
