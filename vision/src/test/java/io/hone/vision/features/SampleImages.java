package io.hone.vision.features;

import io.hone.contracts.Json;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.Preprocessing;
import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.images.Pixels;
import io.hone.images.UnreadableImageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Images of the sample stream, as another camera sees them, and the base that has never seen such. */
public record SampleImages(List<String> synset, Map<ImageId, Pixels> pixels, Map<ImageId, Integer> labels) {

    private static final Path SAMPLES = Path.of("..", "samples");
    public static final Path BASE = SAMPLES.resolve("base/model.pt");
    public static final int WIDTH = 128;

    /** The first of each class. */
    public static SampleImages of(int perClass) throws IOException, UnreadableImageException {
        SampleImages images = new SampleImages(
                Files.readAllLines(SAMPLES.resolve("base/synset.txt")), new LinkedHashMap<>(), new LinkedHashMap<>());
        ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
        int[] taken = new int[images.synset.size()];
        try (ZipFile zip = new ZipFile(SAMPLES.resolve("stream.zip").toFile())) {
            for (ZipEntry entry :
                    zip.stream().filter(file -> !file.isDirectory()).toList()) {
                String label = entry.getName().substring(0, entry.getName().indexOf('/'));
                int classId = images.synset.indexOf(label);
                if (taken[classId]++ < perClass) {
                    images.add(zip, entry, classId, decoder);
                }
            }
        }
        return images;
    }

    private void add(ZipFile zip, ZipEntry entry, int classId, ImageDecoder decoder)
            throws IOException, UnreadableImageException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] encoded = in.readAllBytes();
            ImageId id = ImageId.of(encoded);
            pixels.put(id, decoder.decode(encoded));
            labels.put(id, classId);
        }
    }

    public List<ImageId> ids() {
        return new ArrayList<>(pixels.keySet());
    }

    public static Preprocessing preprocessing() throws IOException {
        return Json.read(Files.readAllBytes(SAMPLES.resolve("base/preprocessing.json")), Preprocessing.class);
    }
}
