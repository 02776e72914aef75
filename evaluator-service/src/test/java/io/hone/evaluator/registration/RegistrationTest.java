package io.hone.evaluator.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Manifests;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.champion.Move;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.registry.version.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {

    private static final ModelName MODEL = new ModelName("colours");

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final ModelRegistry registry = new ModelRegistry(store);
    private final List<ModelName> topics = new ArrayList<>();
    private final Registration registration = registration(topics::add, Manifests.NOW);
    private Path directory;
    private NewModel model;

    @BeforeEach
    void write(@TempDir Path temporary) throws IOException {
        directory = temporary;
        model = model("a network", 0.2);
    }

    @Test
    void theBaseBecomesFirstVersionAndFirstChampion() {
        // When
        boolean isNew = registration.register(model);

        // Then
        assertThat(isNew).isTrue();
        assertThat(topics).containsExactly(MODEL);
        assertThat(registry.settings(MODEL).holdOutFraction()).isEqualTo(0.2);
        ChampionEntry first = registry.champion(MODEL);
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.move()).isEqualTo(Move.REGISTERED);
        Manifest base = registry.championManifest(MODEL);
        assertThat(base.version()).isEqualTo(1);
        assertThat(base.training()).isEmpty();
        assertThat(base.classes()).isEqualTo(Manifests.COLOURS);
        assertThat(base.preprocessing()).isEqualTo(Manifests.PREPROCESSING);
        assertThat(base.software()).containsEntry("hone", "test");
    }

    @Test
    void theSameAgainChangesNothing() {
        // Given
        registration.register(model);
        int objects = store.keys("").size();

        // When
        boolean isNew = registration(topics::add, Manifests.NOW.plusSeconds(60)).register(model);

        // Then
        assertThat(isNew).isFalse();
        assertThat(store.keys("")).hasSize(objects);
        assertThat(registry.settings(MODEL).registeredAt()).isEqualTo(Manifests.NOW);
    }

    @Test
    void anotherBaseUnderTheNameIsRefused() throws IOException {
        // Given
        registration.register(model);
        NewModel other = model("another network", 0.2);

        // When, then
        assertThatThrownBy(() -> registration.register(other))
                .isInstanceOf(NameTakenException.class)
                .hasMessageContaining("'colours' is taken")
                .hasMessageContaining("another base");
    }

    @Test
    void anotherFractionUnderTheNameIsRefused() throws IOException {
        // Given
        registration.register(model);
        NewModel other = model("a network", 0.3);

        // When, then
        assertThatThrownBy(() -> registration.register(other))
                .isInstanceOf(NameTakenException.class)
                .hasMessageContaining("agreed as 0.2")
                .hasMessageContaining("says 0.3");
    }

    @Test
    void whatCannotBeUsedLeavesNothingBehind() {
        // Given
        BaseCheck refusing = refused -> {
            throw new UnusableBaseException("no-head", "has no head");
        };
        Registration strict = new Registration(registry, refusing, topics::add, Clock.systemUTC(), Map.of());

        // When, then
        assertThatThrownBy(() -> strict.register(model)).isInstanceOf(UnusableBaseException.class);
        assertThat(store.keys("")).isEmpty();
        assertThat(topics).isEmpty();
    }

    @Test
    void whatDiedHalfWayIsNoModelAndIsCompletedByRepeating() {
        // Given
        Registration dying = registration(
                name -> {
                    throw new IllegalStateException("the broker is away");
                },
                Manifests.NOW);
        assertThatThrownBy(() -> dying.register(model)).isInstanceOf(IllegalStateException.class);
        assertThat(registry.models()).isEmpty();

        // When: it is repeated a minute later
        boolean isNew = registration(topics::add, Manifests.NOW.plusSeconds(60)).register(model);

        // Then
        assertThat(isNew).isTrue();
        assertThat(registry.models()).containsExactly(MODEL);
        assertThat(registry.champion(MODEL).version()).isEqualTo(1);
        assertThat(registry.versions().list(MODEL)).hasSize(1);
    }

    @Test
    void aHalfRegisteredBaseDoesNotKeepAnotherFromTheName() throws IOException {
        // Given
        Registration dying = registration(
                name -> {
                    throw new IllegalStateException("the broker is away");
                },
                Manifests.NOW);
        assertThatThrownBy(() -> dying.register(model)).isInstanceOf(IllegalStateException.class);
        NewModel other = model("another network", 0.2);

        // When
        registration.register(other);

        // Then: the number is the next, the champion is what was asked for
        assertThat(Files.size(other.torchScript()))
                .isEqualTo(registry.championManifest(MODEL).bytes());
        assertThat(registry.champion(MODEL).version()).isEqualTo(2);
    }

    private Registration registration(ModelTopics modelTopics, Instant now) {
        return new Registration(
                registry, fine -> {}, modelTopics, Clock.fixed(now, ZoneOffset.UTC), Map.of("hone", "test"));
    }

    private NewModel model(String network, double fraction) throws IOException {
        Path torchScript = Files.writeString(directory.resolve(network + ".pt"), network);
        return new NewModel(MODEL, Manifests.COLOURS, Manifests.PREPROCESSING, fraction, torchScript);
    }
}
