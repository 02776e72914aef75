package io.hone.evaluator.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Base;
import io.hone.evaluator.Manifests;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Versions;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedVersionCheckTest {

    private static final ModelName MODEL = new ModelName("colours");

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final Versions versions = new Versions(store);

    @TempDir
    private Path directory;

    private VersionCheck check;

    @BeforeEach
    void open() {
        check = new LoadedVersionCheck(versions, new Classifiers(DeviceChoice.CPU), directory.resolve("checked"));
    }

    @Test
    void whatIsWholeIsUsableAndLeavesNothingBehind() {
        // Given
        Manifest whole = publish(Base.network("better"));

        // When, Then
        assertThatCode(() -> check.requireUsable(whole)).doesNotThrowAnyException();
        assertThat(directory.resolve("checked")).isEmptyDirectory();
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        // Given
        Manifest whole = publish(Base.network("better"));

        // When, Then
        for (String file : new String[] {"serving.properties", "synset.txt", "model.pt"}) {
            byte[] content = store.read(key(file)).orElseThrow();
            store.delete(key(file));
            assertThatThrownBy(() -> check.requireUsable(whole))
                    .isInstanceOf(UnusableVersionException.class)
                    .hasMessageContaining("version 1 of model 'colours' cannot be loaded")
                    .hasMessageContaining(file);
            store.write(key(file), content, "text/plain");
        }
    }

    @Test
    void weightsOrClassesThatSomebodyChangedAreRefused() {
        // Given
        Manifest whole = publish(Base.network("better"));
        store.write(key("synset.txt"), "red\nblue\ngreen\n".getBytes(StandardCharsets.UTF_8), "text/plain");

        // When, Then
        assertThatThrownBy(() -> check.requireUsable(whole)).hasMessageContaining("names other classes");

        // Given
        store.write(key("synset.txt"), "red\ngreen\nblue\n".getBytes(StandardCharsets.UTF_8), "text/plain");
        store.upload(key("model.pt"), Base.network("worse"), "application/zip");

        // When, Then
        assertThatThrownBy(() -> check.requireUsable(whole))
                .isInstanceOf(UnusableVersionException.class)
                .hasMessageContaining("SHA-256");
    }

    @Test
    void whatIsNoNetworkIsRefused() throws Exception {
        // Given
        Manifest text = publish(Files.writeString(directory.resolve("text.pt"), "no network"));

        // When, Then
        assertThatThrownBy(() -> check.requireUsable(text)).isInstanceOf(UnusableVersionException.class);
    }

    private Manifest publish(Path network) {
        return versions.publish(Manifests.draft(MODEL, "run-1", network, Optional.empty()));
    }

    private static String key(String file) {
        return ObjectKeys.versionFile(MODEL, 1, file);
    }
}
