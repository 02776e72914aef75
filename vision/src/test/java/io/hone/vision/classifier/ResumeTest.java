package io.hone.vision.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.recipe.GradientClip;
import io.hone.contracts.recipe.Optimizer;
import io.hone.contracts.recipe.Rates;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResumeTest {

    private static final int STEPS = 12;
    private static final List<Integer> INTERRUPTED_AT = List.of(0, 1, 7, 11);
    private static final Path NORMALISING = SmallNetwork.file();
    private static final Path DROPPING = SmallNetwork.resource("dropping.pt");

    @TempDir
    Path folder;

    static Stream<Arguments> trainings() {
        return Stream.of(
                Arguments.of(NORMALISING, solver(NORMALISING, SmallNetwork.SGD)),
                Arguments.of(NORMALISING, solver(NORMALISING, SmallNetwork.ADAMW)),
                Arguments.of(NORMALISING, solver(NORMALISING, SmallNetwork.SGD, "conv1", "bn1", "layer1.bn2")),
                Arguments.of(NORMALISING, solver(NORMALISING, SmallNetwork.ADAMW, "conv1", "bn1", "layer1.bn2")),
                Arguments.of(DROPPING, solver(DROPPING, SmallNetwork.SGD)),
                Arguments.of(DROPPING, solver(DROPPING, SmallNetwork.ADAMW)),
                Arguments.of(DROPPING, solver(DROPPING, SmallNetwork.ADAMW, "conv")));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void goesOnBitForBitAsIfNothingHadHappened(Path network, Solver solver) {
        // Given
        Path undisturbed = folder.resolve("undisturbed.pt");
        Path resumed = folder.resolve("resumed.pt");
        Path snapshots = folder.resolve("snapshots");
        float lastLoss;
        try (TrainableClassifier trainer = SmallNetwork.trainer(network, solver)) {
            lastLoss = SmallNetwork.train(trainer, STEPS);
            trainer.save(undisturbed);
        }
        for (int interruptedAt : INTERRUPTED_AT) {
            try (TrainableClassifier trainer = SmallNetwork.trainer(network, solver)) {
                SmallNetwork.train(trainer, interruptedAt);
                trainer.snapshot(snapshots);
                SmallNetwork.train(trainer, interruptedAt, STEPS - 1);
            }
            // When
            try (TrainableClassifier trainer = SmallNetwork.trainer(network, solver)) {
                trainer.resume(snapshots);
                // Then
                assertThat(SmallNetwork.train(trainer, interruptedAt, STEPS)).isEqualTo(lastLoss);
                trainer.save(resumed);
            }
            assertThat(resumed).hasSameBinaryContentAs(undisturbed);
        }
    }

    @Test
    void resumesAgainAndAgain() {
        // Given
        Solver solver = solver(NORMALISING, SmallNetwork.ADAMW);
        Path snapshots = folder.resolve("snapshots");
        Path undisturbed = folder.resolve("undisturbed.pt");
        Path resumed = folder.resolve("resumed.pt");
        try (TrainableClassifier trainer = SmallNetwork.trainer(NORMALISING, solver)) {
            SmallNetwork.train(trainer, 6);
            trainer.save(undisturbed);
        }
        try (TrainableClassifier trainer = SmallNetwork.trainer(NORMALISING, solver)) {
            trainer.snapshot(snapshots);
        }
        // When
        for (int step = 0; step < 6; step++) {
            try (TrainableClassifier trainer = SmallNetwork.trainer(NORMALISING, solver)) {
                trainer.resume(snapshots);
                SmallNetwork.train(trainer, step, step + 1);
                trainer.snapshot(snapshots);
                trainer.save(resumed);
            }
        }
        // Then
        assertThat(resumed).hasSameBinaryContentAs(undisturbed);
    }

    @Test
    void aSnapshotChangesNothing() {
        // Given
        Path watched = folder.resolve("watched.pt");
        Path left = folder.resolve("left.pt");
        try (TrainableClassifier one = SmallNetwork.trainer();
                TrainableClassifier other = SmallNetwork.trainer()) {
            SmallNetwork.train(one, 5);
            SmallNetwork.train(other, 5);
            // When
            one.snapshot(folder.resolve("snapshots"));
            // Then
            assertThat(SmallNetwork.train(one, 5, 10)).isEqualTo(SmallNetwork.train(other, 5, 10));
            one.save(watched);
            other.save(left);
        }
        assertThat(watched).hasSameBinaryContentAs(left);
    }

    @Test
    void keepsOnlyTheLastSnapshotAndWhatIsNotItsOwn() throws IOException {
        // Given
        Path snapshots = Files.createDirectory(folder.resolve("snapshots"));
        Path somebodys = Files.writeString(snapshots.resolve("sampler.json"), "{}");
        Files.writeString(snapshots.resolve("network.part"), "left by a machine that stopped");
        try (TrainableClassifier trainer = SmallNetwork.trainer()) {
            SmallNetwork.train(trainer, 1);
            trainer.snapshot(snapshots);
            SmallNetwork.train(trainer, 1, 2);
            // When
            trainer.snapshot(snapshots);
        }
        // Then
        assertThat(files(snapshots)).hasSize(4).contains(somebodys, snapshots.resolve("snapshot.index"));
    }

    @Test
    void aSnapshotThatWasNotFinishedLeavesTheOneBefore() throws IOException {
        // Given the files of a later one, but not its index
        Solver solver = solver(NORMALISING, SmallNetwork.SGD);
        Path snapshots = folder.resolve("snapshots");
        Path later = folder.resolve("later");
        try (TrainableClassifier trainer = SmallNetwork.trainer(NORMALISING, solver)) {
            SmallNetwork.train(trainer, 3);
            trainer.snapshot(snapshots);
            SmallNetwork.train(trainer, 3, 4);
            trainer.snapshot(later);
        }
        for (Path file : files(later)) {
            if (!file.endsWith("snapshot.index")) {
                Files.move(file, snapshots.resolve(file.getFileName()));
            }
        }
        Path resumed = folder.resolve("resumed.pt");
        Path expected = folder.resolve("expected.pt");
        try (TrainableClassifier trainer = SmallNetwork.trainer(NORMALISING, solver)) {
            SmallNetwork.train(trainer, 3);
            trainer.save(expected);
            // When
            trainer.resume(snapshots);
            trainer.save(resumed);
        }
        // Then
        assertThat(resumed).hasSameBinaryContentAs(expected);
    }

    @Test
    void aTornSnapshotIsRefusedWhereverItIsTorn() throws IOException {
        // Given
        Path snapshots = folder.resolve("snapshots");
        Path before = folder.resolve("before.pt");
        Path after = folder.resolve("after.pt");
        try (TrainableClassifier trainer = SmallNetwork.trainer()) {
            SmallNetwork.train(trainer, 2);
            trainer.snapshot(snapshots);
            trainer.save(before);
            for (Path file : files(snapshots)) {
                long length = Files.size(file);
                for (long bytes : new long[] {0, 1, length / 3, length / 2, length - 65, length - 1}) {
                    Path torn = copy(snapshots, "torn-%d".formatted(bytes));
                    truncate(torn.resolve(file.getFileName()), bytes);
                    // When
                    assertThatThrownBy(() -> trainer.resume(torn))
                            // Then
                            .as("%s of %d bytes", file, bytes)
                            .isInstanceOf(UnusableSnapshotException.class)
                            .hasMessage(
                                    "the snapshot in %s is damaged: %s is missing or incomplete",
                                    torn, file.getFileName());
                }
            }
            trainer.save(after);
        }
        assertThat(after).hasSameBinaryContentAs(before);
    }

    @Test
    void aSingleWrongByteIsRefused() throws IOException {
        // Given
        Path snapshots = folder.resolve("snapshots");
        try (TrainableClassifier trainer = SmallNetwork.trainer()) {
            trainer.snapshot(snapshots);
            for (Path file : files(snapshots)) {
                Path torn = copy(snapshots, "wrong-" + file.getFileName());
                flip(torn.resolve(file.getFileName()));
                // When
                assertThatThrownBy(() -> trainer.resume(torn))
                        // Then
                        .isInstanceOf(UnusableSnapshotException.class)
                        .hasMessageContaining("is damaged: " + file.getFileName());
            }
        }
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        // Given
        Path snapshots = folder.resolve("snapshots");
        try (TrainableClassifier trainer = SmallNetwork.trainer()) {
            trainer.snapshot(snapshots);
            for (Path file : files(snapshots)) {
                Path torn = copy(snapshots, "without-" + file.getFileName());
                Files.delete(torn.resolve(file.getFileName()));
                // When
                assertThatThrownBy(() -> trainer.resume(torn))
                        // Then
                        .isInstanceOf(UnusableSnapshotException.class);
            }
        }
    }

    @Test
    void aFolderWithoutASnapshotIsRefused() {
        // Given
        try (TrainableClassifier trainer = SmallNetwork.trainer()) {
            // When
            assertThatThrownBy(() -> trainer.resume(folder))
                    // Then
                    .isInstanceOf(UnusableSnapshotException.class)
                    .hasMessage("there is no snapshot in %s", folder);
        }
    }

    @Test
    void aSnapshotOfAnotherNetworkIsRefused() {
        // Given
        Path snapshots = folder.resolve("snapshots");
        Path trained = folder.resolve("trained.pt");
        try (TrainableClassifier trainer = SmallNetwork.trainer()) {
            trainer.snapshot(snapshots);
            SmallNetwork.train(trainer, 1);
            trainer.save(trained);
        }
        Solver solver = SmallNetwork.solver(trained, SmallNetwork.SGD, SmallNetwork.RATES);
        try (TrainableClassifier trainer = SmallNetwork.trainer(trained, solver)) {
            // When
            assertThatThrownBy(() -> trainer.resume(snapshots))
                    // Then
                    .isInstanceOf(UnusableSnapshotException.class)
                    .hasMessage(
                            "the snapshot in %s is of a training that started from another network than trained.pt",
                            snapshots);
        }
    }

    @Test
    void aSnapshotOfAnotherSolverIsRefused() {
        // Given
        Path snapshots = folder.resolve("snapshots");
        Solver ours = solver(NORMALISING, SmallNetwork.SGD);
        try (TrainableClassifier trainer = SmallNetwork.trainer(NORMALISING, ours)) {
            trainer.snapshot(snapshots);
        }
        Rates slower = new Rates(0.004, 0.05, SmallNetwork.RATES.multipliers());
        List<Solver> others = List.of(
                solver(NORMALISING, SmallNetwork.ADAMW),
                solver(NORMALISING, SmallNetwork.SGD, "bn1"),
                SmallNetwork.solver(NORMALISING, SmallNetwork.SGD, slower),
                new Solver(ours.optimizer(), !ours.decayAll(), ours.rates(), ours.clip(), ours.labelSmoothing()),
                new Solver(ours.optimizer(), ours.decayAll(), ours.rates(), GradientClip.NONE, ours.labelSmoothing()),
                new Solver(ours.optimizer(), ours.decayAll(), ours.rates(), ours.clip(), 0.2));
        for (Solver other : others) {
            try (TrainableClassifier trainer = SmallNetwork.trainer(NORMALISING, other)) {
                // When
                assertThatThrownBy(() -> trainer.resume(snapshots))
                        // Then
                        .isInstanceOf(UnusableSnapshotException.class)
                        .hasMessageStartingWith(
                                "the snapshot in %s is of a training with another solver: Sgd[momentum=0.9, "
                                        .formatted(snapshots));
            }
        }
    }

    private static Solver solver(Path network, Optimizer optimizer, String... frozen) {
        return new Solver(
                optimizer,
                false,
                SmallNetwork.rates(network, SmallNetwork.RATES, frozen),
                new GradientClip(0.1, 1),
                0.1);
    }

    private Path copy(Path snapshots, String name) throws IOException {
        Path copy = Files.createTempDirectory(folder, name);
        for (Path file : files(snapshots)) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        return copy;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static void truncate(Path file, long bytes) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(Math.max(0, bytes));
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
