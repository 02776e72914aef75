package io.hone.vision.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The raw tensors of a TorchScript file: the records {@code data/0}, {@code data/1} … below its root folder. */
final class Tensors {

    private Tensors() {}

    static Map<String, byte[]> of(Path torchScript) throws IOException {
        Map<String, byte[]> tensors = new TreeMap<>();
        try (ZipFile zip = new ZipFile(torchScript.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path path = Path.of(entry.getName());
                if (path.getNameCount() == 3 && path.getName(1).toString().equals("data")) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        tensors.put(path.getFileName().toString(), content.readAllBytes());
                    }
                }
            }
        }
        return tensors;
    }

    /** @return the records whose bytes differ, of two files of the same network */
    static List<String> changed(Path before, Path after) throws IOException {
        Map<String, byte[]> old = of(before);
        Map<String, byte[]> fresh = of(after);
        if (!old.keySet().equals(fresh.keySet())) {
            throw new AssertionError("records %s became %s".formatted(old.keySet(), fresh.keySet()));
        }
        return old.keySet().stream()
                .filter(record -> !Arrays.equals(old.get(record), fresh.get(record)))
                .toList();
    }
}
