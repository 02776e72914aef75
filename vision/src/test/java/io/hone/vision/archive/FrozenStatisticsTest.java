package io.hone.vision.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.vision.archive.TensorInfo.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrozenStatisticsTest {

    @TempDir
    static Path networks;

    @TempDir
    Path folder;

    private Path frozen;
    private Path trained;

    @BeforeEach
    void nameTheResults() {
        frozen = folder.resolve("frozen.pt");
        trained = folder.resolve("trained.pt");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VISION_TRANSFORMER")
    void onlyTheNamedLayersKeepTheirStatistics(Architecture architecture) throws IOException {
        // Given the first half of all layers
        Path base = architecture.in(networks);
        List<String> layers = TorchScriptArchive.read(base).layers();
        Set<String> half = Set.copyOf(layers.subList(0, layers.size() / 2));
        FrozenStatistics.freeze(base, frozen, half);
        // When
        train(frozen, trained);
        // Then
        Set<String> still = normalised(base);
        still.retainAll(half);
        assertThat(still).hasSizeGreaterThan(5);
        Set<String> moved = normalised(base);
        moved.removeAll(half);
        assertThat(modulesWithOtherBuffers(base, trained)).isEqualTo(moved).hasSizeGreaterThan(5);
    }

    @Test
    void oneOfSeveralThatShareAClassStandsForItself() throws IOException {
        // Given bn1, whose 64 channels and class the first layer's BatchNorms have too
        Path base = Architecture.RESNET18.in(networks);
        FrozenStatistics.freeze(base, frozen, Set.of("layer1.0.bn1"));
        // When
        train(frozen, trained);
        // Then
        Set<String> others = normalised(base);
        others.remove("layer1.0.bn1");
        assertThat(modulesWithOtherBuffers(base, trained)).isEqualTo(others).hasSize(19);
    }

    @ParameterizedTest
    @EnumSource
    void withAllModulesFrozenTrainingModeChangesNothing(Architecture architecture) {
        // Given dropout, stochastic depth and BatchNorm
        Path base = architecture.in(networks);
        FrozenStatistics.freeze(base, frozen, allModules(base));
        // When
        float[] inTraining = inTrainingMode(frozen);
        // Then
        assertThat(Libtorch.logits(frozen)).isEqualTo(Libtorch.logits(base));
        assertThat(inTraining).isEqualTo(Libtorch.logits(base));
        assertThat(inTrainingMode(base)).isNotEqualTo(inTraining);
    }

    @Test
    void withNothingFrozenTrainingGoesAsBefore() throws IOException {
        // Given
        Path base = TestArchive.FIXTURES.resolve("residual.pt");
        Path trainedAlone = folder.resolve("alone.pt");
        FrozenStatistics.freeze(base, frozen, Set.of());
        // When
        train(frozen, trained);
        train(base, trainedAlone);
        // Then
        Path laid = folder.resolve("laid.pt");
        Path laidAlone = folder.resolve("laid-alone.pt");
        WeightLaying.lay(base, trained, laid);
        WeightLaying.lay(base, trainedAlone, laidAlone);
        assertThat(laid).hasSameBinaryContentAs(laidAlone);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESNET18", "VISION_TRANSFORMER"})
    void laidBackWhatWasTrainedHasTheOldCode(Architecture architecture) throws IOException {
        // Given
        Path base = architecture.in(networks);
        Path laid = folder.resolve("laid.pt");
        FrozenStatistics.freeze(
                base, frozen, Set.copyOf(TorchScriptArchive.read(base).layers()));
        train(frozen, trained);
        // When
        LayingReport report = WeightLaying.lay(base, trained, laid);
        // Then
        assertThat(report.anew()).isEmpty();
        assertThat(report.unused()).isEmpty();
        assertThat(TestEntries.differing(base, laid))
                .isNotEmpty()
                .allMatch(entry -> entry.startsWith("data/"))
                .hasSameSizeAs(parameters(base));
        assertThat(Libtorch.logits(laid)).isEqualTo(Libtorch.logits(trained));
    }

    @Test
    void aCopyCanBeFrozenFurther() throws IOException {
        // Given
        Path base = TestArchive.FIXTURES.resolve("residual.pt");
        Path twice = folder.resolve("twice.pt");
        FrozenStatistics.freeze(base, frozen, Set.of("bn1"));
        // When
        FrozenStatistics.freeze(frozen, twice, Set.of("layer1.0.bn1"));
        // Then
        train(twice, trained);
        Set<String> others = normalised(base);
        others.removeAll(Set.of("bn1", "layer1.0.bn1"));
        assertThat(modulesWithOtherBuffers(base, trained)).isEqualTo(others).isNotEmpty();
    }

    @Test
    void unknownModulesAreRefused() {
        // Given
        Path base = TestArchive.FIXTURES.resolve("residual.pt");
        // Then
        assertThatThrownBy(() -> FrozenStatistics.freeze(base, frozen, Set.of("layer9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model has no module 'layer9' to freeze");
    }

    @Test
    void onlyReadsOfTheAttributeAreRewritten() {
        // Given
        String text = """
                class A(Module):
                  training : bool
                  dropout : __torch__.training.Dropout
                  def forward(self: __torch__.A, x: Tensor) -> Tensor:
                    training = self.training
                    self.training = False
                    _0 = "not of \\"self.training\\""
                    _1 = __torch__.my.training.net
                    return torch.dropout(x, 0.5, self.dropout.training)
                class B(NamedTuple):
                  training : bool
                """;
        // When
        String rewritten = new FrozenCode("learning").rewritten(text);
        // Then
        assertThat(rewritten)
                .isEqualTo(
                        text.replace("  training : bool\n  dropout", "  training : bool\n  learning : bool\n  dropout")
                                .replace(
                                        "training = self.training\n",
                                        "training = torch.__and__(self.training, self.learning)\n")
                                .replace(
                                        "self.dropout.training)",
                                        "torch.__and__(self.dropout.training, self.dropout.learning))"));
    }

    private static void train(Path file, Path to) throws IOException {
        try (Libtorch network = new Libtorch(file)) {
            network.train(2).save(to);
        }
    }

    private static float[] inTrainingMode(Path file) {
        try (Libtorch network = new Libtorch(file)) {
            return network.trainingMode().logits();
        }
    }

    private static Set<String> allModules(Path file) {
        try (OpenArchive archive = OpenArchive.open(file)) {
            return archive.tree().modules().stream()
                    .map(ModuleTree.Module::name)
                    .collect(Collectors.toSet());
        }
    }

    private static List<TensorInfo> parameters(Path file) {
        return TorchScriptArchive.read(file).tensors().stream()
                .filter(tensor -> tensor.kind() == Kind.PARAMETER)
                .toList();
    }

    private static Set<String> normalised(Path file) {
        return TorchScriptArchive.read(file).tensors().stream()
                .map(TensorInfo::name)
                .filter(name -> name.endsWith(".running_mean"))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Mean, variance and number of batches must all have moved, or none. */
    private static Set<String> modulesWithOtherBuffers(Path before, Path after) {
        Set<String> moved = new TreeSet<>();
        try (OpenArchive old = OpenArchive.open(before);
                OpenArchive fresh = OpenArchive.open(after)) {
            for (String module : normalised(before)) {
                long changed = Stream.of("running_mean", "running_var", "num_batches_tracked")
                        .map(buffer -> module + "." + buffer)
                        .filter(name -> !bytes(old, name).equals(bytes(fresh, name)))
                        .count();
                assertThat(changed).isIn(0L, 3L);
                if (changed > 0) {
                    moved.add(module);
                }
            }
        }
        return moved;
    }

    private static ByteBuffer bytes(OpenArchive archive, String name) {
        return ByteBuffer.wrap(StridedBytes.inMemory(archive.state().get(name).inRowOrder()));
    }
}
