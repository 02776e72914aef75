package io.hone.vision.classifier;

import io.hone.contracts.Sha256;
import io.hone.vision.archive.TensorInfo;
import io.hone.vision.archive.TorchScriptArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The raw tensors of a TorchScript file: the records {@code data/0}, {@code data/1} … below its root folder. */
final class Tensors {

    private Tensors() {}

    static Map<String, byte[]> of(Path torchScript) throws IOException {
        Map<String, byte[]> tensors = new TreeMap<>();
        try (ZipFile zip = new ZipFile(torchScript.toFile())) {
            for (ZipEntry entry : zip.stream().filter(Tensors::isTensor).toList()) {
                tensors.put(Path.of(entry.getName()).getFileName().toString(), content(zip, entry));
            }
        }
        return tensors;
    }

    /** Everything else in it, in its order: names with SHA-256. */
    static List<String> others(Path torchScript) throws IOException {
        List<String> others = new ArrayList<>();
        try (ZipFile zip = new ZipFile(torchScript.toFile())) {
            for (ZipEntry entry : zip.stream().filter(entry -> !isTensor(entry)).toList()) {
                others.add(entry.getName() + " " + Sha256.of(content(zip, entry)));
            }
        }
        return others;
    }

    private static boolean isTensor(ZipEntry entry) {
        Path path = Path.of(entry.getName());
        return path.getNameCount() == 3 && path.getName(1).toString().equals("data");
    }

    private static byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            return content.readAllBytes();
        }
    }

    /** Names, as in the model, of the tensors that differ, of two files of the same network. */
    static Set<String> moved(Path before, Path after) throws IOException {
        List<String> changed = changed(before, after);
        return TorchScriptArchive.read(after).tensors().stream()
                .filter(tensor -> changed.contains(tensor.storage()))
                .map(TensorInfo::name)
                .collect(Collectors.toCollection(TreeSet::new));
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
