package io.hone.vision.archive;

import java.nio.file.Path;

/** Lays the weights of one file into the architecture of another: what matches by name and shape is taken. */
public final class WeightLaying {

    private WeightLaying() {}

    /**
     * Tensors of the same type are taken byte for byte, floating-point numbers of another width are converted. Code,
     * pickle and everything else of the architecture stay as they are. {@code to} is written whole or not at all, the
     * same input gives the same bytes, and {@code to} may be one of the others.
     *
     * @param architecture a TorchScript file
     * @param weights a TorchScript file, or a state dictionary as safetensors
     * @throws NotTorchScriptException if the architecture is none that can be trusted
     * @throws NotWeightsException if the weights are none that can be trusted
     * @throws java.io.UncheckedIOException if a file cannot be read or written
     */
    public static LayingReport lay(Path architecture, Path weights, Path to) {
        try (OpenArchive archive = OpenArchive.open(architecture);
                Weights given = Weights.open(weights)) {
            Matching matching = Matching.of(archive, given.tensors());
            ArchiveCopy copy = new ArchiveCopy(archive);
            matching.byStorage().forEach(copy::with);
            copy.write(to);
            return matching.report();
        }
    }
}
