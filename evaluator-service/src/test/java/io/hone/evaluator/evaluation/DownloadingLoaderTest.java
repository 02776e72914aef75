package io.hone.evaluator.evaluation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Manifests;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.registry.version.CorruptVersionException;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Versions;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadingLoaderTest {

    private static final ModelName MODEL = new ModelName("colours");

    @Test
    void whatIsNoTorchScriptNeverReachesTheEngine(@TempDir Path folder) throws IOException {
        // Given: whole, as its digest says, but no network
        Versions versions = new Versions(new InMemoryObjectStore());
        Path file = Files.writeString(folder.resolve("model.pt"), "anything");
        Manifest version = versions.publish(Manifests.draft(MODEL, "registration", file, Optional.empty()));
        DownloadingLoader loader = new DownloadingLoader(versions, new Classifiers(DeviceChoice.CPU), folder);

        // When, Then
        assertThatThrownBy(() -> loader.load(version))
                .isInstanceOf(CorruptVersionException.class)
                .hasMessageContaining("version 1 of model 'colours' cannot be used");
    }
}
