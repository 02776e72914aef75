package io.hone.evaluator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Manifests;
import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import io.hone.vision.classifier.UnusableModelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarefulLoaderTest {

    private static final ModelName MODEL = new ModelName("colours");
    private static final Manifest SUSPECT = Manifests.base(MODEL, "suspect");
    private static final Manifest OTHER = Manifests.base(MODEL, "other");

    private final List<Manifest> tried = new ArrayList<>();

    @Test
    void itIsBrokenWhenOnlyItFailsEveryTime() {
        // Given
        CarefulLoader loader = loader(version -> version.equals(OTHER));

        // When, Then
        assertThatThrownBy(() -> loader.load(SUSPECT))
                .isInstanceOf(BrokenVersionException.class)
                .hasMessageContaining("no network");
        assertThat(tried).containsExactly(SUSPECT, OTHER, SUSPECT, OTHER, SUSPECT, OTHER);
    }

    @Test
    void anEngineThatLoadsNobodyIsToBlame() {
        // Given
        CarefulLoader loader = loader(version -> false);

        // When, Then
        assertThatThrownBy(() -> loader.load(SUSPECT)).isInstanceOf(EngineFailedException.class);
        assertThat(tried).containsExactly(SUSPECT, OTHER);
    }

    @Test
    void whatLoadsAtTheLastTryIsUsed() {
        // Given
        CarefulLoader loader = loader(version -> version.equals(OTHER) || tried.size() > 4);

        // When, Then
        assertThat(loader.load(SUSPECT)).isNotNull();
        assertThat(tried).containsExactly(SUSPECT, OTHER, SUSPECT, OTHER, SUSPECT);
    }

    @Test
    void whatTheEngineItselfBlamesOnTheDiskIsNotTheFiles(@TempDir Path folder) {
        // Given: the file goes between download and loading
        CarefulLoader loader = careful(version -> version.equals(OTHER)
                ? Colours.knowing(List.of(0))
                : new Classifiers(DeviceChoice.CPU).load(folder.resolve("gone.pt"), Manifests.PREPROCESSING, 3));

        // When, Then
        assertThatThrownBy(() -> loader.load(SUSPECT)).isInstanceOf(EngineFailedException.class);
    }

    private CarefulLoader loader(Predicate<Manifest> loads) {
        return careful(version -> {
            tried.add(version);
            if (!loads.test(version)) {
                throw new UnusableModelException("no network");
            }
            return Colours.knowing(List.of(0));
        });
    }

    private static CarefulLoader careful(Function<Manifest, Classifier> loading) {
        VersionLoader loader = new VersionLoader() {
            @Override
            public Classifier load(Manifest manifest) {
                return loading.apply(manifest);
            }

            @Override
            public String engine() {
                return "none";
            }

            @Override
            public void forget(Manifest manifest) {}
        };
        return new CarefulLoader(loader, List.of(SUSPECT, OTHER));
    }
}
