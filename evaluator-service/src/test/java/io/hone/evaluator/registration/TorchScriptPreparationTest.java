package io.hone.evaluator.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hone.contracts.Sha256;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.evaluator.Base;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.Safetensors;
import io.hone.images.Pixels;
import io.hone.registry.version.Origin;
import io.hone.vision.archive.TorchScriptArchive;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TorchScriptPreparationTest {

    private static final Path SAMPLE = Path.of("../samples/base/model.pt");
    private static final Classes FIVE = Classes.of("red", "green", "blue", "black", "white");

    /** Knows red, green and blue by their mean, as better.pt does. */
    private static final float[] KNOWING = {4, 0, 0, 0, 4, 0, 0, 0, 4};

    private final Classifiers classifiers = new Classifiers(DeviceChoice.parse("cpu"));
    private final TorchScriptPreparation preparation = new TorchScriptPreparation(classifiers);

    @TempDir
    private Path folder;

    @Test
    void whatNeedsNothingIsTakenAsItIs() {
        // When
        PreparedBase prepared = prepare(NewBase.of(Base.network("better")), Manifests.COLOURS);

        // Then
        assertThat(prepared).isEqualTo(new PreparedBase(Base.network("better"), Optional.empty()));
    }

    @Test
    void aBaseWithOtherClassesGetsAFreshHead() throws IOException {
        // When
        PreparedBase prepared = prepare(replacingHead(SAMPLE), Manifests.COLOURS);

        // Then
        assertThat(prepared.origin()).contains(new Origin(Sha256.of(SAMPLE), Optional.of(8), Optional.empty()));
        assertThat(TorchScriptArchive.read(prepared.torchScript()).head().classes())
                .isEqualTo(3);
        try (Classifier classifier = load(prepared.torchScript(), 32, Manifests.COLOURS)) {
            assertThat(classifier.predict(images(32)).classes()).isEqualTo(3);
        }
    }

    @Test
    void theSameAgainMakesTheSameBase() throws IOException {
        // Given
        byte[] first = Files.readAllBytes(
                prepare(replacingHead(SAMPLE), Manifests.COLOURS).torchScript());

        // When
        byte[] second = Files.readAllBytes(
                prepare(replacingHead(SAMPLE), Manifests.COLOURS).torchScript());

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aHeadOfAsManyClassesIsReplacedTooWhenAskedFor() {
        // When
        PreparedBase prepared = prepare(replacingHead(Base.network("better")), Manifests.COLOURS);

        // Then
        TorchScriptArchive archive = TorchScriptArchive.read(prepared.torchScript());
        assertThat(archive.floats("fc.weight")).isNotEqualTo(KNOWING);
    }

    @Test
    void withoutAskingAnotherNumberOfClassesIsRefusedWithTheWayOut() {
        UnusableBaseException refused = refused(NewBase.of(Base.network("better")), Manifests.PREPROCESSING, FIVE);

        assertThat(refused.problem()).isEqualTo("class-count");
        assertThat(refused).hasMessageContaining("names 5").hasMessageContaining("replaceHead=true");
    }

    @Test
    void weightsAreLaidInByNameAndShape() throws IOException {
        // Given: what better.pt knows, for base.pt, which always says red
        Path weights = new Safetensors()
                .with("fc.weight", "[3,3]", KNOWING)
                .with("fc.bias", "[2]", 1, 2)
                .with("stem.weight", "[1]", 1)
                .write(folder.resolve("weights"));

        // When
        PreparedBase prepared = prepare(laying(weights), Manifests.COLOURS);

        // Then
        Origin.LaidWeights laid = prepared.origin().orElseThrow().weights().orElseThrow();
        assertThat(laid.sha256()).isEqualTo(Sha256.of(weights));
        assertThat(laid.taken()).containsExactly("fc.weight");
        assertThat(laid.anew()).singleElement().asString().startsWith("fc.bias: shape [3]");
        assertThat(laid.unused()).contains("stem.weight");
        assertThat(TorchScriptArchive.read(prepared.torchScript()).floats("fc.weight"))
                .isEqualTo(KNOWING);
    }

    @Test
    void weightsMayComeAsTorchScript() {
        // When
        PreparedBase prepared = prepare(laying(Base.network("better")), Manifests.COLOURS);

        // Then
        assertThat(answers(prepared.torchScript(), 8)).containsExactly(0, 1, 2);
    }

    @Test
    void weightsComeBeforeTheFreshHead() throws IOException {
        // Given
        Path weights = new Safetensors().with("fc.weight", "[3,3]", KNOWING).write(folder.resolve("weights"));
        NewBase both = new NewBase(Base.network("base"), Optional.of(weights), Optional.empty(), true);

        // When
        PreparedBase prepared = prepare(both, FIVE);

        // Then
        Origin origin = prepared.origin().orElseThrow();
        assertThat(origin.replacedClasses()).contains(3);
        assertThat(origin.weights().orElseThrow().taken()).containsExactly("fc.weight");
        assertThat(TorchScriptArchive.read(prepared.torchScript()).head().classes())
                .isEqualTo(5);
    }

    @Test
    void weightsOfWhichNothingFitsAreRefusedWithNamesOfBothSides() throws IOException {
        // Given
        Path weights =
                new Safetensors().with("module.fc.weight", "[3,3]", KNOWING).write(folder.resolve("weights"));

        // When
        UnusableBaseException refused = refused(laying(weights), Manifests.PREPROCESSING, Manifests.COLOURS);

        // Then
        assertThat(refused.field()).isEqualTo("weights");
        assertThat(refused.problem()).isEqualTo("no-weights-match");
        assertThat(refused).hasMessageContaining("fc.weight: absent").hasMessageContaining("module.fc.weight");
    }

    @Test
    void whatHoldsNoWeightsIsRefused() throws IOException {
        // Given
        Path weights = Files.writeString(folder.resolve("upload-1"), "no weights at all");

        // When
        UnusableBaseException refused = refused(laying(weights), Manifests.PREPROCESSING, Manifests.COLOURS);

        // Then
        assertThat(refused.field()).isEqualTo("weights");
        assertThat(refused.problem()).isEqualTo("not-weights");
        assertThat(refused.getMessage()).startsWith("weights").doesNotContain("upload-1");
    }

    @Test
    void theHeadMayBeNamed() {
        // Given: an auxiliary classifier of five outputs comes last
        NewBase named = new NewBase(Base.network("aux"), Optional.empty(), Optional.of("fc"), false);

        // When
        PreparedBase prepared = prepare(named, Manifests.COLOURS);

        // Then
        assertThat(prepared.torchScript()).isEqualTo(Base.network("aux"));
        assertThat(refused(NewBase.of(Base.network("aux")), Manifests.PREPROCESSING, Manifests.COLOURS))
                .hasMessageContaining("the head 'aux'")
                .hasMessageContaining("name it with head");
    }

    @Test
    void aNamedHeadThatIsNoneIsRefused() {
        // Given
        NewBase named = new NewBase(Base.network("better"), Optional.empty(), Optional.of("classifier"), false);

        // When
        UnusableBaseException refused = refused(named, Manifests.PREPROCESSING, Manifests.COLOURS);

        // Then
        assertThat(refused.field()).isEqualTo("head");
        assertThat(refused.problem()).isEqualTo("no-head");
        assertThat(refused).hasMessageContaining("'classifier'").hasMessageContaining("'fc'");
    }

    @Test
    void aConvolutionalNetworkTakesImagesOfAnotherSizeThanItWasTrainedOn() {
        // Given: the sample base was trained on 32 × 32
        Classes classes = Classes.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "ship");

        // When
        PreparedBase prepared = preparation.prepare(model(NewBase.of(SAMPLE), square(40), classes), folder);

        // Then
        try (Classifier classifier = load(prepared.torchScript(), 40, classes)) {
            assertThat(classifier.predict(images(40)).count()).isEqualTo(3);
        }
        assertThat(answers(Base.network("better"), 40)).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({"rigid, mat1 and mat2", "patches, Wrong image height! Expected 8 but got 16!"})
    void anInputSizeThatTheNetworkDoesNotTakeIsRefusedInTheEnginesWords(String network, String expected) {
        // When
        UnusableBaseException refused = refused(NewBase.of(Base.network(network)), square(16), Manifests.COLOURS);

        // Then
        assertThat(refused.problem()).isEqualTo("unusable-model");
        assertThat(refused)
                .hasMessageContaining("does not run on an image of 16 × 16 pixels")
                .hasMessageContaining(expected);
    }

    private PreparedBase prepare(NewBase base, Classes classes) {
        Preprocessing size = base.torchScript().equals(SAMPLE) ? square(32) : Manifests.PREPROCESSING;
        return preparation.prepare(model(base, size, classes), folder);
    }

    private UnusableBaseException refused(NewBase base, Preprocessing preprocessing, Classes classes) {
        return catchThrowableOfType(
                UnusableBaseException.class, () -> preparation.prepare(model(base, preprocessing, classes), folder));
    }

    private static NewModel model(NewBase base, Preprocessing preprocessing, Classes classes) {
        return new NewModel(new ModelName("colours"), classes, preprocessing, 0.2, base, RecipeKeys.NONE);
    }

    private static NewBase replacingHead(Path network) {
        return new NewBase(network, Optional.empty(), Optional.empty(), true);
    }

    private static NewBase laying(Path weights) {
        return new NewBase(Base.network("base"), Optional.of(weights), Optional.empty(), false);
    }

    private static Preprocessing square(int size) {
        Preprocessing colours = Manifests.PREPROCESSING;
        return new Preprocessing(size, size, colours.mean(), colours.standardDeviation(), colours.colourOrder());
    }

    private Classifier load(Path network, int size, Classes classes) {
        return classifiers.load(network, square(size), classes.size());
    }

    private List<Integer> answers(Path network, int size) {
        try (Classifier classifier = load(network, size, Manifests.COLOURS)) {
            Predictions predictions = classifier.predict(images(size));
            return IntStream.range(0, predictions.count())
                    .map(predictions::top)
                    .boxed()
                    .toList();
        }
    }

    /** A red, a green and a blue one. */
    private static PixelBatch images(int size) {
        return PixelBatch.of(IntStream.range(0, 3)
                .mapToObj(colour -> {
                    byte[] rgb = new byte[Pixels.CHANNELS * size * size];
                    for (int i = colour; i < rgb.length; i += Pixels.CHANNELS) {
                        rgb[i] = (byte) 200;
                    }
                    return new Pixels(size, size, rgb);
                })
                .toList());
    }
}
