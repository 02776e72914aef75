package io.hone.evaluator.drift;

import static io.hone.evaluator.drift.Labels.MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.Sha256;
import io.hone.contracts.champion.Move;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.drift.probation.Probation;
import io.hone.evaluator.drift.probation.ProbationOutcomes;
import io.hone.evaluator.drift.probation.Promise;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.registry.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChampionsTest {

    private final ObjectStore bucket = new InMemoryObjectStore();
    private final ModelRegistry registry = new ModelRegistry(bucket);
    private final ProbationOutcomes outcomes = new ProbationOutcomes(bucket);
    private Instant now = Manifests.NOW;
    private final Champions champions = new Champions(registry, outcomes, MODEL, () -> now);
    private Path torchScript;

    @BeforeEach
    void register(@TempDir Path folder) throws IOException {
        torchScript = Files.writeString(folder.resolve("model.pt"), "never loaded here");
        publish(Optional.empty());
        registry.champions().append(Labels.entry(1, 1, Optional.empty(), Move.REGISTERED));
    }

    private void publish(Optional<Long> toOffset) {
        String writer = "run-" + (registry.versions().numbers(MODEL).size() + 1);
        registry.versions()
                .publish(Manifests.draft(
                        MODEL, writer, torchScript, toOffset.map(offset -> Manifests.training(MODEL, writer, offset))));
    }

    private void move(long sequence, int version, int previous, Move move) {
        registry.champions().append(Labels.entry(sequence, version, Optional.of(previous), move));
    }

    private Optional<Integer> predictsAt(long offset) {
        return champions.now().at(offset).map(Reign::entry).map(ChampionEntry::version);
    }

    @Test
    void anImageIsPredictedByTheNewestChampionThatWasNotTrainedOnIt() {
        // Given
        publish(Optional.of(100L));
        publish(Optional.of(250L));
        move(2, 2, 1, Move.PROMOTED);
        move(3, 3, 2, Move.PROMOTED);

        // Then: records before 100 were trained on by both
        assertThat(List.of(99L, 100L, 249L, 250L, 999L))
                .map(this::predictsAt)
                .map(Optional::orElseThrow)
                .containsExactly(1, 2, 2, 3, 3);
    }

    @Test
    void whatAVersionBeforeItWasTrainedOnCountsToo() {
        // Given: version 2 comes of version 1, of which a lost trainer had made a candidate from more records
        publish(Optional.of(400L));
        registry.versions()
                .publish(Manifests.draft(
                        MODEL, "run-3", torchScript, Optional.of(Manifests.trainingOf(MODEL, "run-3", 2, 90))));
        move(2, 3, 1, Move.PROMOTED);

        // Then
        assertThat(predictsAt(399)).contains(1);
        assertThat(predictsAt(400)).contains(3);
    }

    @Test
    void aMovedChampionIsNoticed() {
        // Given
        publish(Optional.of(100L));
        assertThat(predictsAt(500)).contains(1);

        // When
        move(2, 2, 1, Move.PROMOTED);

        // Then
        assertThat(predictsAt(500)).as("not looked at again yet").contains(1);
        now = now.plus(Champions.LOOKED_AT_EACH);
        assertThat(predictsAt(500)).contains(2);
        assertThat(champions.now().previous().map(link -> link.entry().version()))
                .contains(1);
    }

    @Test
    void onlyAPromotionByTheGatePromisesSomething() {
        // Given
        publish(Optional.of(100L));
        conclude();
        move(2, 2, 1, Move.PROMOTED);
        assertThat(champions.now().promise()).contains(new Promise(40, 30, 130));

        // When
        move(3, 1, 2, Move.ROLLED_BACK);
        now = now.plus(Champions.LOOKED_AT_EACH);

        // Then
        assertThat(champions.now().promise()).isEmpty();
    }

    @Test
    void whatWasApprovedIsHeldToItsPromiseAsWell() {
        // Given
        publish(Optional.of(100L));
        conclude();

        // When
        move(2, 2, 1, Move.APPROVED);

        // Then
        assertThat(champions.now().promise()).contains(new Promise(40, 30, 130));
        assertThat(champions.now().outcome()).isEmpty();
    }

    @Test
    void howItsProbationEndedIsKnownFromTheBucket() {
        // Given
        publish(Optional.of(100L));
        conclude();
        Probation over = Probation.of(2, 2, 1, new Promise(40, 30, 130)).superseded();
        outcomes.keep(MODEL, over);

        // When
        move(2, 2, 1, Move.PROMOTED);

        // Then
        assertThat(champions.now().outcome()).contains(over);
    }

    @Test
    void aProbationBeforeTheModelWasRegisteredAnewIsAnothers() {
        // Given: of a version with the same number, that was promised otherwise
        publish(Optional.of(100L));
        conclude();
        outcomes.keep(MODEL, Probation.of(2, 2, 1, new Promise(50, 30, 130)).superseded());

        // When
        move(2, 2, 1, Move.PROMOTED);

        // Then
        assertThat(champions.now().outcome()).isEmpty();
    }

    @Test
    void aFormerChampionWithoutAManifestIsPassedOverUntilItIsBack() {
        // Given
        publish(Optional.of(100L));
        move(2, 2, 1, Move.PROMOTED);
        String key = ObjectKeys.version(MODEL, 1) + ObjectKeys.MANIFEST;
        byte[] manifest = bucket.read(key).orElseThrow();

        // When
        bucket.delete(key);

        // Then
        assertThat(predictsAt(500)).contains(2);
        assertThat(predictsAt(50)).isEmpty();
        assertThat(champions.now().previous()).isEmpty();

        // When
        bucket.write(key, manifest, "application/json");
        now = now.plus(Duration.ofMinutes(2));

        // Then
        assertThat(predictsAt(50)).contains(1);
    }

    @Test
    void withoutItsOwnManifestTheChampionCannotBeAskedUntilItIsBack() {
        // Given
        String key = ObjectKeys.version(MODEL, 1) + ObjectKeys.MANIFEST;
        byte[] manifest = bucket.read(key).orElseThrow();
        bucket.delete(key);

        // When, then
        assertThatThrownBy(champions::now)
                .isInstanceOf(UnaskableVersionException.class)
                .hasMessage("version 1 of 'colours' is champion and has no manifest");
        bucket.write(key, manifest, "application/json");
        assertThat(predictsAt(50)).contains(1);
    }

    private void conclude() {
        registry.evaluations()
                .conclude(new Evaluation(
                        new Verdict(MODEL, 2, Manifests.NOW, 1, Outcome.PROMOTED, List.of()),
                        1,
                        new HoldOutSnapshot(130, 40, Sha256.of("images")),
                        new Measurement(1, 40, 20, 1),
                        new Measurement(2, 40, 30, 1),
                        new PairedOutcomes(20, 0, 10, 10),
                        Optional.empty()));
    }
}
