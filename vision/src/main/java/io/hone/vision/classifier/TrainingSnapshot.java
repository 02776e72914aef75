package io.hone.vision.classifier;

import io.hone.contracts.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes how far a training is, and takes it up again. */
final class TrainingSnapshot {

    private static final String NETWORK = "network";
    private static final String OPTIMIZER = "optimizer";

    private final TrainingBase base;
    private final String baseDigest;

    TrainingSnapshot(TrainingBase base) {
        this.base = base;
        this.baseDigest = base.digest();
    }

    void write(Learner learner, Path directory) {
        try {
            SnapshotFolder folder = SnapshotFolder.create(directory);
            String network = folder.put(NETWORK, learner::writeNetwork);
            String optimizer = folder.put(OPTIMIZER, learner.memory()::writeArrays);
            folder.commit(new SnapshotIndex(
                    baseDigest,
                    solver(),
                    learner.steps(),
                    network,
                    optimizer,
                    learner.memory().counts()));
        } catch (IOException e) {
            throw new UncheckedIOException("no snapshot can be written to %s".formatted(directory), e);
        }
    }

    /** @throws UnusableSnapshotException if there is none, or none that is whole and this training's */
    Learner read(Path directory) {
        try {
            SnapshotFolder folder = new SnapshotFolder(directory);
            SnapshotIndex index = folder.index();
            requireOurs(index, directory);
            Path network = folder.content(NETWORK, index.network());
            Path optimizer = folder.content(OPTIMIZER, index.optimizer());
            return learner(index, network, optimizer);
        } catch (IOException e) {
            throw new UncheckedIOException("the snapshot in %s cannot be read".formatted(directory), e);
        }
    }

    private Learner learner(SnapshotIndex index, Path network, Path optimizer) throws IOException {
        TorchScriptModule module = base.load(network);
        try (InputStream arrays = new BufferedInputStream(Files.newInputStream(optimizer))) {
            OptimizerMemory memory = OptimizerMemory.read(arrays, index.counts(), module.manager());
            return base.learner(module, memory, index.steps());
        } catch (IOException | RuntimeException e) {
            module.close();
            throw e;
        }
    }

    private void requireOurs(SnapshotIndex index, Path directory) {
        if (!index.base().equals(baseDigest)) {
            throw new UnusableSnapshotException(
                    "the snapshot in %s is of a training that started from another network than %s"
                            .formatted(directory, base.torchScript().getFileName()));
        }
        if (!index.solver().equals(solver())) {
            throw new UnusableSnapshotException(
                    "the snapshot in %s is of a training with another solver: %s, and not %s"
                            .formatted(directory, index.solver(), solver()));
        }
    }

    /** All of it in one line; of the rates, which can be many, a digest. */
    private String solver() {
        Solver solver = base.solver();
        return "%s, decayAll=%s, %s, labelSmoothing=%s, rates %s"
                .formatted(
                        solver.optimizer(),
                        solver.decayAll(),
                        solver.clip(),
                        solver.labelSmoothing(),
                        Sha256.of(solver.learning().toString()));
    }
}
