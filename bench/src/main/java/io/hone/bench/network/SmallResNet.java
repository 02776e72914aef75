package io.hone.bench.network;

import io.hone.vision.archive.HeadSurgery;
import io.hone.vision.archive.LayingReport;
import io.hone.vision.archive.TensorInfo;
import io.hone.vision.archive.TorchScriptArchive;
import io.hone.vision.archive.WeightLaying;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The network of the samples (32, 64 and 128 channels, one residual block each, a linear layer on their means) with other
 * numbers in it.
 *
 * @param architecture a TorchScript file; its numbers are not used
 */
public record SmallResNet(Path architecture) {

    /**
     * As PyTorch would begin it.
     *
     * @param to where it is written
     */
    public void fresh(int classes, Path to, long seed) {
        withFreshHead(architecture, classes, to, seed);
        Path weights = to.resolveSibling(to.getFileName() + ".safetensors");
        try {
            List<TensorInfo> tensors = TorchScriptArchive.read(to).tensors();
            SafetensorsFile.write(weights, tensors, new FreshWeights(tensors, seed)::of);
            LayingReport report = WeightLaying.lay(to, weights, to);
            if (!report.anew().isEmpty() || !report.unused().isEmpty()) {
                throw new IllegalStateException("not every tensor of %s was begun anew: %s".formatted(to, report));
            }
            Files.delete(weights);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + weights, e);
        }
    }

    /** What {@code from} has learnt, below a head that knows nothing of that many classes. */
    public static void withFreshHead(Path from, int classes, Path to, long seed) {
        HeadSurgery.replace(from, to, TorchScriptArchive.read(from).head(), classes, seed);
    }
}
