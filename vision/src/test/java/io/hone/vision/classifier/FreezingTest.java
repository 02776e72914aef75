package io.hone.vision.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.hone.contracts.recipe.GradientClip;
import io.hone.contracts.recipe.Multipliers;
import io.hone.contracts.recipe.Multipliers.Multiplier;
import io.hone.contracts.recipe.Rates;
import io.hone.vision.archive.TensorInfo;
import io.hone.vision.archive.TensorType;
import io.hone.vision.archive.TorchScriptArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreezingTest {

    private static final Path NETWORK = SmallNetwork.file();
    private static final String[] FIRST_HALF = {
        "conv1", "bn1", "layer1.conv1", "layer1.bn1", "layer1.conv2", "layer1.bn2", "layer1.down.0", "layer1.down.1"
    };

    @TempDir
    Path folder;

    @Test
    void frozenLayersStayBitForBitWithTheirStatisticsAndAllOthersMove() throws IOException {
        // Given
        Solver solver = SmallNetwork.solver(NETWORK, SmallNetwork.SGD, SmallNetwork.RATES, FIRST_HALF);
        // When
        Set<String> moved = moved(solver);
        // Then
        assertThat(moved).isEqualTo(namesOfTensors("layer2", "fc"));
    }

    @Test
    void aBackboneAtRateZeroMovesNothingButTheHead() throws IOException {
        // Given
        Solver solver = SmallNetwork.solver(NETWORK, SmallNetwork.ADAMW, new Rates(0, 0.05, Multipliers.NONE));
        // When
        Set<String> moved = moved(solver);
        // Then
        assertThat(moved).containsExactly("fc.bias", "fc.weight");
    }

    @Test
    void aLayerInTheMiddleStaysWhileThoseBelowMove() throws IOException {
        // Given
        Solver solver = SmallNetwork.solver(NETWORK, SmallNetwork.SGD, SmallNetwork.RATES, "layer2.bn1", "fc");
        // When
        Set<String> moved = moved(solver);
        // Then
        Set<String> all = namesOfTensors("");
        all.removeAll(namesOfTensors("layer2.bn1", "fc"));
        assertThat(moved).isEqualTo(all);
    }

    @Test
    void aFrozenWeightDoesNotStopItsBiasNorItsStatistics() throws IOException {
        // Given
        Multipliers multipliers = new Multipliers(List.of(new Multiplier("bn1", 0, 1)));
        Solver solver = SmallNetwork.solver(NETWORK, SmallNetwork.SGD, new Rates(0.005, 0.05, multipliers));
        // When
        Set<String> moved = moved(solver);
        // Then
        Set<String> all = namesOfTensors("");
        all.remove("bn1.weight");
        assertThat(moved).isEqualTo(all);
    }

    @Test
    void noGradientIsComputedForWhatIsFrozen() {
        // Given
        Solver solver = SmallNetwork.solver(NETWORK, SmallNetwork.SGD, SmallNetwork.RATES, FIRST_HALF);
        TrainingBase base = SmallNetwork.base(NETWORK, solver);
        List<String> held = new ArrayList<>();
        try (TorchScriptModule module = base.load();
                TrainableClassifier trainer = new TorchScriptTrainer(base, module)) {
            // When
            SmallNetwork.train(trainer, 2);
            // Then
            for (NDArray parameter : module.parameters()) {
                try (PtNDArray gradient = JniUtils.getGradient((PtNDArray) parameter)) {
                    if (gradient != null || parameter.hasGradient()) {
                        held.add(parameter.getName());
                    }
                }
            }
        }
        assertThat(held).containsExactlyInAnyOrderElementsOf(solver.learning().keySet());
    }

    @Test
    void theCopyThatIsTrainedOnLeavesNoTraceInWhatIsSaved() throws IOException {
        // Given
        Solver solver = SmallNetwork.solver(NETWORK, SmallNetwork.SGD, SmallNetwork.RATES, FIRST_HALF);
        Path saved = folder.resolve("saved.pt");
        try (TrainableClassifier trainer = SmallNetwork.trainer(NETWORK, solver)) {
            SmallNetwork.train(trainer, 2);
            // When
            trainer.save(saved);
        }
        // Then
        assertThat(Tensors.others(saved)).isEqualTo(Tensors.others(NETWORK));
    }

    @Test
    void normalisationWithoutWeightsGoesWithTheLayersAroundIt() {
        // Given
        List<TensorInfo> tensors = List.of(
                tensor("one.conv.weight", TensorInfo.Kind.PARAMETER),
                tensor("one.norm.inner.running_mean", TensorInfo.Kind.BUFFER),
                tensor("two.conv.weight", TensorInfo.Kind.PARAMETER),
                tensor("two.norm.inner.running_mean", TensorInfo.Kind.BUFFER));
        Solver solver = new Solver(
                SmallNetwork.SGD, false, new TreeMap<>(Map.of("two.conv.weight", 0.1)), GradientClip.NONE, 0);
        // When
        Set<String> frozen = FrozenLayers.of(tensors, solver);
        // Then
        assertThat(frozen).containsExactly("one.conv", "one.norm.inner");
    }

    private static TensorInfo tensor(String name, TensorInfo.Kind kind) {
        return new TensorInfo(name, List.of(8L), TensorType.FLOAT32, "0", kind);
    }

    private Set<String> moved(Solver solver) throws IOException {
        Path saved = folder.resolve("saved.pt");
        try (TrainableClassifier trainer = SmallNetwork.trainer(NETWORK, solver)) {
            SmallNetwork.train(trainer, 5);
            trainer.save(saved);
        }
        return Tensors.moved(NETWORK, saved);
    }

    private static Set<String> namesOfTensors(String... prefixes) {
        return TorchScriptArchive.read(NETWORK).tensors().stream()
                .map(TensorInfo::name)
                .filter(name -> List.of(prefixes).stream().anyMatch(name::startsWith))
                .collect(Collectors.toSet());
    }
}
