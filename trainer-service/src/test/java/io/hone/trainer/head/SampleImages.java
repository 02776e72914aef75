package io.hone.trainer.head;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.Classes;
import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.images.Pixels;
import io.hone.images.UnreadableImageException;
import io.hone.trainer.finetune.TrainingImages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The first images of each class of the sample stream. */
public record SampleImages(List<Sample> samples, Classes classes) implements TrainingImages {

    public static final Path FOLDER = Path.of("..", "samples");

    public record Sample(ImageId id, String label, Pixels pixels) {}

    public static SampleImages ofEachClass(int count, Classes classes) throws IOException, UnreadableImageException {
        ImageDecoder decoder = new ImageDecoder(new ImageLimits(1 << 20, 1 << 20));
        Map<String, Integer> taken = new HashMap<>();
        List<Sample> samples = new ArrayList<>();
        try (ZipFile zip = new ZipFile(FOLDER.resolve("stream.zip").toFile())) {
            for (ZipEntry entry :
                    zip.stream().filter(file -> !file.isDirectory()).toList()) {
                String label = entry.getName().substring(0, entry.getName().indexOf('/'));
                if (taken.merge(label, 1, Integer::sum) <= count) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        byte[] bytes = in.readAllBytes();
                        samples.add(new Sample(ImageId.of(bytes), label, decoder.decode(bytes)));
                    }
                }
            }
        }
        return new SampleImages(List.copyOf(samples), classes);
    }

    SampleImages without(String label) {
        return new SampleImages(
                samples.stream().filter(sample -> !sample.label().equals(label)).toList(), classes);
    }

    @Override
    public int count() {
        return samples.size();
    }

    @Override
    public ImageId id(int position) {
        return samples.get(position).id();
    }

    @Override
    public Pixels pixels(int position) {
        return samples.get(position).pixels();
    }

    @Override
    public int classId(int position) {
        return classes.idOf(samples.get(position).label()).orElseThrow();
    }

    @Override
    public Set<ImageId> stored() {
        return samples.stream().map(Sample::id).collect(Collectors.toSet());
    }
}
