package io.hone.vision.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeadSurgeryTest {

    private static final int CLASSES = Architecture.CLASSES;
    private static final int IMAGES = Libtorch.IMAGES;
    private static final Path RESIDUAL = TestArchive.FIXTURES.resolve("residual.pt");
    private static final Head RESIDUAL_HEAD = new Head("fc", "fc.weight", Optional.of("fc.bias"), 8, 10);

    @TempDir
    static Path networks;

    @TempDir
    Path folder;

    private Path changed;

    @BeforeEach
    void nameTheResult() {
        changed = folder.resolve("changed.pt");
    }

    @ParameterizedTest
    @EnumSource
    void theHeadIsFoundByItself(Architecture architecture) {
        assertThat(TorchScriptArchive.read(architecture.in(networks)).head()).isEqualTo(architecture.head());
    }

    @ParameterizedTest
    @EnumSource
    void growthLeavesOldClassesBitForBit(Architecture architecture) {
        // Given
        Path base = architecture.in(networks);
        Head head = architecture.head();
        // When
        HeadSurgery.grow(base, changed, head, 2, 1);
        // Then
        TorchScriptArchive before = TorchScriptArchive.read(base);
        TorchScriptArchive after = TorchScriptArchive.read(changed);
        assertThat(after.head()).isEqualTo(withClasses(head, CLASSES + 2));
        assertThat(after.floats(head.weight()))
                .startsWith(before.floats(head.weight()))
                .hasSize((CLASSES + 2) * head.inFeatures());
        assertThat(after.floats(head.bias().orElseThrow()))
                .startsWith(before.floats(head.bias().orElseThrow()))
                .hasSize(CLASSES + 2);
        assertThat(TestEntries.differing(base, changed))
                .allMatch(entry -> entry.equals("data.pkl")
                        || entry.startsWith("data/")
                        || entry.startsWith("code/__torch__/torch/nn/modules/linear"))
                .filteredOn(entry -> entry.startsWith("data/"))
                .hasSize(2);
        float[] logits = Libtorch.logits(base);
        // The engine adds up in another order where there are more columns.
        assertThat(firstColumns(Libtorch.logits(changed), CLASSES + 2))
                .containsExactly(logits, within(1e-6f * largest(logits)));
    }

    @ParameterizedTest
    @EnumSource
    void aReplacedHeadAnswersOtherClassesAndLearns(Architecture architecture) throws IOException {
        // Given
        Path trained = folder.resolve("trained.pt");
        // When
        HeadSurgery.replace(architecture.in(networks), changed, architecture.head(), 300, 1);
        // Then
        try (Libtorch network = new Libtorch(changed)) {
            assertThat(network.logits()).hasSize(IMAGES * 300);
            network.train(1).save(trained);
        }
        assertThat(TorchScriptArchive.read(trained).head()).isEqualTo(withClasses(architecture.head(), 300));
        assertThat(TorchScriptArchive.read(trained).floats(architecture.head().weight()))
                .isNotEqualTo(TorchScriptArchive.read(changed)
                        .floats(architecture.head().weight()));
    }

    @ParameterizedTest
    @EnumSource
    void withAnIdentityTheNetworkAnswersItsFeatures(Architecture architecture) {
        // Given
        Path base = architecture.in(networks);
        // When
        HeadSurgery.identity(base, changed, architecture.head());
        // Then
        TorchScriptArchive archive = TorchScriptArchive.read(base);
        LinearWeights head = new LinearWeights(
                CLASSES,
                architecture.head().inFeatures(),
                archive.floats(architecture.head().weight()),
                archive.floats(architecture.head().bias().orElseThrow()));
        assertThat(outputs(Libtorch.logits(changed), head)).containsExactly(Libtorch.logits(base), within(2e-3f));
    }

    @ParameterizedTest
    @EnumSource
    void theNetworkFollowsWrittenWeights(Architecture architecture) {
        // Given weights that tell one feature and a constant
        Head head = architecture.head();
        Path features = folder.resolve("features.pt");
        HeadSurgery.identity(architecture.in(networks), features, head);
        float[] weight = new float[3 * head.inFeatures()];
        weight[head.inFeatures() + 5] = 2;
        LinearWeights weights = new LinearWeights(3, head.inFeatures(), weight, new float[] {7, 0, -1});
        // When
        HeadSurgery.write(architecture.in(networks), changed, head, weights);
        // Then
        assertThat(Libtorch.logits(changed))
                .containsExactly(outputs(Libtorch.logits(features), weights), within(1e-5f));
    }

    @Test
    void newNumbersAreThoseOfAFreshLinearLayer() {
        // Given
        Head head = Architecture.RESNET18.head();
        // When
        HeadSurgery.replace(Architecture.RESNET18.in(networks), changed, head, 100, 1);
        // Then uniform between ±1/√512
        float[] weight = TorchScriptArchive.read(changed).floats(head.weight());
        double bound = 1 / Math.sqrt(512);
        double square = 0;
        for (float value : weight) {
            assertThat((double) value).isBetween(-bound, bound);
            square += value * value / weight.length;
        }
        assertThat(Math.sqrt(square)).isCloseTo(bound / Math.sqrt(3), within(bound * 0.01));
    }

    @Test
    void theSameSeedGivesTheSameFileAndAnotherAnother() throws IOException {
        // Given
        Path again = folder.resolve("again.pt");
        Path other = folder.resolve("other.pt");
        // When
        HeadSurgery.grow(RESIDUAL, changed, RESIDUAL_HEAD, 2, 1);
        HeadSurgery.grow(RESIDUAL, again, RESIDUAL_HEAD, 2, 1);
        HeadSurgery.grow(RESIDUAL, other, RESIDUAL_HEAD, 2, 2);
        // Then
        assertThat(again).hasSameBinaryContentAs(changed);
        assertThat(TestEntries.differing(changed, other)).hasSize(2);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(changed, again, other);
        }
    }

    @Test
    void aFileCanBeChangedInItsPlace() throws IOException {
        // Given
        Files.copy(RESIDUAL, changed);
        // When
        HeadSurgery.grow(changed, changed, RESIDUAL_HEAD, 1, 1);
        // Then
        assertThat(TorchScriptArchive.read(changed).head().classes()).isEqualTo(11);
    }

    @Test
    void entriesAreStoredAtMultiplesOf64AsPyTorchDoes() throws IOException {
        // When
        HeadSurgery.grow(RESIDUAL, changed, RESIDUAL_HEAD, 1, 1);
        // Then
        assertThat(TestEntries.positions(changed))
                .hasSizeGreaterThan(20)
                .allSatisfy(position -> assertThat(position % 64).isZero());
        assertThat(TestEntries.names(changed).get(0)).startsWith("residual/data/");
    }

    @Test
    void theNoteInTheCodeFollows() throws IOException {
        // Given
        String linear = "code/__torch__/torch/nn/modules/linear.py";
        // When
        HeadSurgery.grow(RESIDUAL, changed, RESIDUAL_HEAD, 90, 1);
        // Then
        assertThat(TestEntries.text(RESIDUAL, linear)).contains("  out_features : Final[int] = 10\n");
        assertThat(TestEntries.text(changed, linear)).contains("  out_features : Final[int] = 100\n");
        assertThat(TestEntries.names(changed)).noneMatch(name -> name.endsWith("linear.py.debug_pkl"));
    }

    @Test
    void theNoteInTheCodeStaysWhereOtherLayersShareTheClass() throws IOException {
        // Given two linear layers that say they are of one class
        TestArchive archive = TestArchive.like("sequenced.pt");
        String pickle = new String(archive.entry("sequenced/data.pkl"), ISO_8859_1);
        byte[] shared = pickle.replace("linear.___torch_mangle_13", "linear.___torch_mangle_12")
                .getBytes(ISO_8859_1);
        Path base = archive.with("sequenced/data.pkl", shared).write(folder);
        // When
        HeadSurgery.grow(base, changed, TorchScriptArchive.read(base).head(), 2, 1);
        // Then
        assertThat(shared).isNotEqualTo(pickle.getBytes(ISO_8859_1));
        assertThat(TestEntries.differing(base, changed))
                .hasSize(2)
                .allMatch(entry -> entry.equals("data.pkl") || entry.startsWith("data/"));
    }

    @Test
    void aSizeThatThePickleUsesTwiceIsRefused() throws IOException {
        // Given a pickle that remembers the 8 outputs of the first layer, and recalls them as the last one's features
        TestArchive archive = TestArchive.like("sequenced.pt");
        byte[] pickle = archive.entry("sequenced/data.pkl");
        List<PickleValue.Tensor> tensors = Pickle.read("data.pkl", pickle).tensors();
        PickleValue.Int first = tensors.get(tensors.size() - 3).sizes().get(0);
        PickleValue.Int last = tensors.get(tensors.size() - 1).sizes().get(1);
        pickle[last.position()] = 'h';
        pickle[last.position() + 1] = (byte) 0xf0;
        byte[] remember = {'q', (byte) 0xf0};
        Path base = archive.with(
                        "sequenced/data.pkl",
                        new PickleSplices(pickle)
                                .insert(first.position() + 2, remember)
                                .apply())
                .write(folder);
        Head head = TorchScriptArchive.read(base).head("classifier.0");
        // Then
        assertThatExceptionOfType(NoHeadException.class)
                .isThrownBy(() -> HeadSurgery.grow(base, changed, head, 1, 1))
                .withMessageContaining("the sizes of the head and of another tensor are one and the same");
    }

    @Test
    void aHeadWithoutBiasStaysWithout() {
        // Given
        Path base = TestArchive.FIXTURES.resolve("sequenced.pt");
        Head head = TorchScriptArchive.read(base).head();
        LinearWeights biased = new LinearWeights(2, 8, new float[16], new float[] {0, 1});
        // When
        HeadSurgery.write(base, changed, head, new LinearWeights(2, 8, new float[16], new float[2]));
        // Then
        assertThat(TorchScriptArchive.read(changed).head()).isEqualTo(withClasses(head, 2));
        assertThatThrownBy(() -> HeadSurgery.write(base, changed, head, biased))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the head 'classifier.3' has no bias: all biases must be 0");
    }

    @Test
    void aLayerThatIsNotTheLastCanBeNamed() {
        // Given
        Path base = TestArchive.FIXTURES.resolve("sequenced.pt");
        Head head = TorchScriptArchive.read(base).head("classifier.0");
        // When
        HeadSurgery.grow(base, changed, head, 3, 1);
        // Then
        assertThat(TorchScriptArchive.read(changed).head("classifier.0").classes())
                .isEqualTo(11);
        assertThat(TorchScriptArchive.read(changed).head())
                .isEqualTo(TorchScriptArchive.read(base).head());
    }

    @Test
    void aHeadThatSharesItsNumbersIsRefused() {
        // Given a layer that hangs in the model twice
        Path base = TestArchive.FIXTURES.resolve("odd.pt");
        Head head = TorchScriptArchive.read(base).head();
        // Then
        assertThatExceptionOfType(NoHeadException.class)
                .isThrownBy(() -> HeadSurgery.grow(base, changed, head, 1, 1))
                .withMessageContaining("the head's again.weight shares its numbers with another tensor");
        assertThat(changed).doesNotExist();
    }

    @Test
    void aHeadInAnotherOrderIsRefused() throws IOException {
        // Given a weight that lies column by column
        TestArchive archive = TestArchive.like("residual.pt");
        byte[] pickle = archive.entry("residual/data.pkl");
        List<PickleValue.Tensor> tensors = Pickle.read("data.pkl", pickle).tensors();
        PickleValue.Tensor weight = tensors.get(tensors.size() - 2);
        Path base = archive.with(
                        "residual/data.pkl",
                        new PickleSplices(pickle)
                                .number(weight.strides().get(0), 1)
                                .number(weight.strides().get(1), 10)
                                .apply())
                .write(folder);
        // Then
        assertThatExceptionOfType(NoHeadException.class)
                .isThrownBy(() -> HeadSurgery.grow(base, changed, RESIDUAL_HEAD, 1, 1))
                .withMessageContaining("fc.weight is a view of something larger or does not lie in row order");
    }

    @Test
    void anotherHeadThanTheFilesIsRefused() {
        assertThatThrownBy(() -> HeadSurgery.grow(RESIDUAL, changed, withClasses(RESIDUAL_HEAD, 9), 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("classes=9], but the file has Head[module=fc");
    }

    @Test
    void numbersOfClassesAreBounded() {
        assertThatThrownBy(() -> HeadSurgery.grow(RESIDUAL, changed, RESIDUAL_HEAD, 0, 1))
                .hasMessage("newClasses is 0, must be between 1 and 100000");
        assertThatThrownBy(() -> HeadSurgery.grow(RESIDUAL, changed, RESIDUAL_HEAD, 99_991, 1))
                .hasMessage("classes is 100001, must be between 2 and 100000");
        assertThatThrownBy(() -> HeadSurgery.replace(RESIDUAL, changed, RESIDUAL_HEAD, 1, 1))
                .hasMessage("classes is 1, must be between 2 and 100000");
        assertThatThrownBy(() -> new LinearWeights(2, 3, new float[5], new float[2]))
                .hasMessage("weight has 5 numbers, 2 classes × 3 features need 6");
    }

    @Test
    void weightsForOtherFeaturesAreRefused() {
        assertThatThrownBy(() -> HeadSurgery.write(
                        RESIDUAL, changed, RESIDUAL_HEAD, new LinearWeights(2, 9, new float[18], new float[2])))
                .hasMessage("weights are for 9 features, the head 'fc' has 8");
    }

    @Test
    void damagedElementsAreNoticed() throws IOException {
        // Given one bit of a tensor flipped
        byte[] bytes = Files.readAllBytes(RESIDUAL);
        bytes[TestEntries.positions(RESIDUAL).get(0).intValue() + 3] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.pt"), bytes);
        // Then
        assertThatExceptionOfType(NotTorchScriptException.class)
                .isThrownBy(() -> HeadSurgery.grow(damaged, changed, RESIDUAL_HEAD, 1, 1))
                .withMessageContaining("data/0 is damaged");
        assertThat(changed).doesNotExist();
        assertThat(folder.resolve("changed.pt.part")).doesNotExist();
    }

    private static Head withClasses(Head head, int classes) {
        return new Head(head.module(), head.weight(), head.bias(), head.inFeatures(), classes);
    }

    private static float[] firstColumns(float[] logits, int columns) {
        float[] first = new float[IMAGES * CLASSES];
        for (int image = 0; image < IMAGES; image++) {
            System.arraycopy(logits, image * columns, first, image * CLASSES, CLASSES);
        }
        return first;
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static float[] outputs(float[] features, LinearWeights head) {
        float[] outputs = new float[IMAGES * head.classes()];
        for (int i = 0; i < outputs.length; i++) {
            int image = i / head.classes();
            int label = i % head.classes();
            double sum = head.bias()[label];
            for (int k = 0; k < head.inFeatures(); k++) {
                sum += (double) features[image * head.inFeatures() + k] * head.weight()[label * head.inFeatures() + k];
            }
            outputs[i] = (float) sum;
        }
        return outputs;
    }
}
