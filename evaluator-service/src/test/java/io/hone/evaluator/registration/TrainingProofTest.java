package io.hone.evaluator.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.evaluator.Base;
import io.hone.evaluator.Manifests;
import io.hone.vision.archive.TorchScriptArchive;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A base is tried for training before it is registered. */
class TrainingProofTest {

    private static final Path TRACED = Path.of("../vision/src/test/resources/torchscript/traced.pt");

    private final TorchScriptPreparation preparation =
            new TorchScriptPreparation(new Classifiers(DeviceChoice.parse("cpu")));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frozen | layer1 | frozen names 'layer1', but the network has only [fc]",
                "rates.multipliers | layer1=0.1 | rates.multipliers names 'layer1', but the network has only [fc.bias, fc.weight]",
                "rates.multipliers | fc=0 | nothing would train"
            })
    void aRecipeThatDoesNotFitTheNetworkIsRefused(String key, String value, String expected) {
        // When
        UnusableBaseException refused = refused(withRecipe(Base.network("better"), Map.of(key, value)));

        // Then
        assertThat(refused.field()).isEqualTo("recipe");
        assertThat(refused.problem()).isEqualTo("recipe-does-not-fit");
        assertThat(refused).hasMessageContaining(expected);
    }

    @Test
    void aRecipeThatFitsTheNetworkIsTaken() {
        // When
        PreparedBase prepared = preparation.prepare(
                withRecipe(Base.network("better"), Map.of("frozen", "fc", "rates.multipliers", "fc=0.5")), folder);

        // Then
        assertThat(prepared.torchScript()).isEqualTo(Base.network("better"));
    }

    @Test
    void aNetworkThatCannotBeTrainedIsRefused() throws IOException {
        // Given
        Path upload = Files.copy(TRACED, folder.resolve("upload-1"));

        // When
        UnusableBaseException refused = refused(withRecipe(upload, Map.of()));

        // Then
        assertThat(refused.field()).isEqualTo("torchScript");
        assertThat(refused.problem()).isEqualTo("unusable-model");
        assertThat(refused)
                .hasMessageStartingWith("torchScript was traced: ")
                .hasMessageContaining("torch.jit.script instead of torch.jit.trace");
    }

    @Test
    void aNetworkWhoseHeadAloneIsFittedNeedNotBeTrained() {
        // When
        PreparedBase prepared = preparation.prepare(withRecipe(TRACED, Map.of("kind", "head")), folder);

        // Then
        assertThat(prepared.torchScript()).isEqualTo(TRACED);
    }

    private UnusableBaseException refused(NewModel model) {
        return catchThrowableOfType(UnusableBaseException.class, () -> preparation.prepare(model, folder));
    }

    /** For as many classes as the network has. */
    private static NewModel withRecipe(Path network, Map<String, Object> recipe) {
        int classes = TorchScriptArchive.read(network).head().classes();
        return new NewModel(
                new ModelName("colours"),
                new Classes(
                        IntStream.range(0, classes).mapToObj(i -> "class-" + i).toList()),
                Manifests.PREPROCESSING,
                0.2,
                NewBase.of(network),
                RecipeKeys.settings(recipe));
    }
}
