package io.hone.vision.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** Scripted networks of torchvision that {@code src/test/python/architectures.py} makes, for 10 classes. */
enum Architecture {
    RESNET18("resnet18", "fc", 512),
    MOBILENET_V3_SMALL("mobilenet_v3_small", "classifier.3", 1024),
    EFFICIENTNET_B0("efficientnet_b0", "classifier.1", 1280),
    VISION_TRANSFORMER("vision_transformer", "heads.head", 32);

    static final int CLASSES = 10;

    private final String file;
    private final String module;
    private final int features;

    Architecture(String file, String module, int features) {
        this.file = file;
        this.module = module;
        this.features = features;
    }

    Head head() {
        return new Head(module, module + ".weight", Optional.of(module + ".bias"), features, CLASSES);
    }

    /** With random weights, always the same; made once in each folder. */
    Path in(Path folder) {
        Path network = folder.resolve(file + ".pt");
        if (!Files.exists(network)) {
            Path zeros = folder.resolve(file + "-zeros.pt");
            unpack(zeros);
            WeightLaying.lay(zeros, randomWeights(zeros), network);
        }
        return network;
    }

    private void unpack(Path to) {
        try (InputStream in = new GZIPInputStream(
                        Architecture.class.getResourceAsStream("/architectures/%s.pt.gz".formatted(file)));
                OutputStream out = Files.newOutputStream(to)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path randomWeights(Path network) {
        Random random = new Random(1);
        TestSafetensors weights = new TestSafetensors();
        for (TensorInfo tensor : TorchScriptArchive.read(network).tensors()) {
            if (tensor.type() == TensorType.FLOAT32) {
                weights.add(tensor.name(), "F32", tensor.shape(), numbers(tensor, random));
            }
        }
        try {
            return weights.write(network.resolveSibling("random.safetensors"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such that signals neither die nor explode on their way, and nothing is the same by chance. */
    private static byte[] numbers(TensorInfo tensor, Random random) {
        boolean matrix = tensor.shape().size() > 1;
        boolean scale = !matrix && tensor.name().endsWith("weight");
        float centre = scale || tensor.name().endsWith("running_var") ? 1 : 0;
        float spread = matrix ? (float) Math.sqrt(6.0 * tensor.shape().get(0) / tensor.elements()) : 0.2f;
        ByteBuffer bytes =
                ByteBuffer.allocate((int) tensor.elements() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            bytes.putFloat(centre + spread * (2 * random.nextFloat() - 1));
        }
        return bytes.array();
    }
}
