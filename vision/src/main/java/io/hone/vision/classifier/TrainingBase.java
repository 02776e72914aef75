package io.hone.vision.classifier;

import io.hone.contracts.Sha256;
import io.hone.contracts.model.Preprocessing;
import io.hone.vision.archive.FrozenStatistics;
import io.hone.vision.archive.TensorInfo;
import io.hone.vision.archive.TensorInfo.Kind;
import io.hone.vision.archive.TorchScriptArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a training starts from. */
record TrainingBase(Path torchScript, Preprocessing preprocessing, int classes, Solver solver, DeviceChoice choice) {

    /** @throws UnusableModelException if it cannot learn, or not what the solver wants it to */
    TorchScriptModule load() {
        TorchScriptModule.requireReadable(torchScript);
        List<TensorInfo> tensors = TorchScriptArchive.read(torchScript).tensors();
        requireParameters(tensors);
        BakedMode.refuse(torchScript);
        Set<String> frozen = FrozenLayers.of(tensors, solver);
        return frozen.isEmpty() ? load(torchScript) : loadFrozen(frozen);
    }

    /** @param network as {@link Learner#writeNetwork} left it */
    TorchScriptModule load(Path network) {
        return TorchScriptModule.load(network, choice, true);
    }

    Learner learner(TorchScriptModule module, OptimizerMemory memory, long steps) {
        return new Learner(module, preprocessing, classes, solver, memory, steps);
    }

    private TorchScriptModule loadFrozen(Set<String> modules) {
        try {
            Path copy = Files.createTempFile("frozen", ".pt");
            try {
                FrozenStatistics.freeze(torchScript, copy, modules);
                return load(copy);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no working copy of %s can be made".formatted(torchScript), e);
        }
    }

    private void requireParameters(List<TensorInfo> tensors) {
        Set<String> there = new TreeSet<>();
        tensors.stream().filter(tensor -> tensor.kind() == Kind.PARAMETER).forEach(tensor -> there.add(tensor.name()));
        if (there.isEmpty()) {
            throw new UnusableModelException(
                    "%s has no parameters, it was frozen for inference; script the network with torch.jit.script"
                                    .formatted(torchScript.getFileName())
                            + " and save that, without torch.jit.freeze");
        }
        Set<String> missing = new TreeSet<>(solver.learning().keySet());
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            throw new UnusableModelException("%s has no parameter %s, for which there is a learning rate; it has %s"
                    .formatted(torchScript.getFileName(), String.join(" and no ", missing), there));
        }
    }

    /** Tells it from others: its content, and how images are shown to it. */
    String digest() {
        try {
            return Sha256.of(Sha256.of(torchScript) + preprocessing + classes);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(torchScript), e);
        }
    }
}
