package io.hone.evaluator.promotion;

import static io.hone.evaluator.promotion.Chain.MODEL;
import static io.hone.evaluator.promotion.OperatorMovesTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.champion.ChampionMoved;
import io.hone.contracts.champion.Move;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.promotion.MoveRefusedException.Why;
import io.hone.registry.ModelRegistry;
import io.hone.registry.evaluation.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AftermathTest {

    private static final Clock CLOCK = Clock.fixed(Manifests.NOW, ZoneOffset.UTC);
    private static final Order ORDER = new Order("ada", "the fair is tomorrow", Optional.of("key-1"));

    private final List<ChampionMoved> news = new ArrayList<>();
    private final ToldVerdicts verdicts = new ToldVerdicts();
    private final List<Settlement> settled = new ArrayList<>();
    private Chain chain;

    @BeforeEach
    void register(@TempDir Path directory) {
        chain = new Chain(directory).candidates(2, 3);
    }

    @Test
    void everyEntryIsToldOnceAndInOrder() {
        // Given
        chain.promoted(2).append(1, Move.ROLLED_BACK);

        // When
        aftermath().of(MODEL);
        aftermath().of(MODEL);

        // Then
        assertThat(news).extracting(ChampionMoved::sequence).containsExactly(1L, 2L, 3L);
        assertThat(news)
                .extracting(ChampionMoved::move)
                .containsExactly(Move.REGISTERED, Move.PROMOTED, Move.ROLLED_BACK);
        assertThat(news).extracting(Aftermath::eventId).last().isEqualTo("colours-champion-3");
        assertThat(verdicts.verdicts).isEmpty();
    }

    @Test
    void aForcedCandidateHasItsVerdictAndIsNotJudgedAgain() {
        // Given: it was never looked at
        force();

        // When
        aftermath().of(MODEL);

        // Then
        assertThat(chain.registry.evaluations().progress(MODEL)).isEqualTo(Map.of(2, new Progress.Settled()));
        Evaluation evaluation = chain.registry.evaluations().latest(MODEL, 2).orElseThrow();
        assertThat(evaluation.verdict().outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(evaluation.verdict().champion()).isEqualTo(1);
        assertThat(evaluation.candidate().images()).isZero();
        assertThat(evaluation.verdict().findings())
                .containsExactly(new Finding("forced", 1, 1, true, "ada forced this promotion: the fair is tomorrow"));
        assertThat(verdicts.eventIds).containsExactly("colours-2");
        assertThat(settled).hasSize(1).allMatch(Settlement::promoted);
        assertThat(chain.versions()).containsExactly(1, 2);
    }

    @Test
    void anApprovedCandidateKeepsItsNumbers() {
        // Given
        chain.awaiting("approval", 2);
        moves(chain.registry).approve(MODEL, 2, ORDER);

        // When
        aftermath().of(MODEL);

        // Then
        Evaluation evaluation = chain.registry.evaluations().find(MODEL, 2).orElseThrow();
        assertThat(evaluation.candidate().correct()).isEqualTo(170);
        assertThat(evaluation.verdict().findings())
                .extracting(Finding::rule, Finding::passed)
                .containsExactly(tuple("minimum-gain", true), tuple("approval", true));
        assertThat(chain.registry.evaluations().settled(MODEL, 2))
                .map(Verdict::outcome)
                .contains(Outcome.PROMOTED);
    }

    @Test
    void aVerdictThatStoodBeforeAForcedPromotionStands() {
        // Given: the gate has rejected it
        new Promoter(chain.registry, verdicts, entry -> {})
                .settle(new PersonsVerdict(chain.registry.champion(MODEL), 2, Optional.empty())
                        .rejected(ORDER, Manifests.NOW));
        force();

        // When
        aftermath().of(MODEL);

        // Then
        assertThat(chain.registry.evaluations().settled(MODEL, 2))
                .map(Verdict::outcome)
                .contains(Outcome.REJECTED);
        assertThat(verdicts.verdicts).hasSize(1);
        assertThat(news).last().extracting(ChampionMoved::move).isEqualTo(Move.FORCED);
    }

    @Test
    void aRejectedCandidateIsToldAndNotJudgedAgain() {
        // Given
        chain.awaiting("approval", 2);
        OperatorRejections rejections = rejections();

        // When
        Verdict verdict = rejections.reject(MODEL, 2, ORDER);
        Verdict again = rejections.reject(MODEL, 2, new Order("bob", "no good", Optional.empty()));
        aftermath().of(MODEL);

        // Then
        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(verdict.findings())
                .last()
                .isEqualTo(new Finding("rejection", 0, 1, false, "ada rejected it: the fair is tomorrow"));
        assertThat(again).isEqualTo(verdict);
        assertThat(chain.registry.evaluations().progress(MODEL)).isEqualTo(Map.of(2, new Progress.Settled()));
        assertThat(verdicts.verdicts).containsExactly(verdict);
        assertThat(chain.versions()).containsExactly(1);
    }

    @Test
    void whatIsChampionOrNeverWasACandidateIsNotRejected() {
        // Given
        chain.promoted(2);

        // When, Then
        assertRefused(Why.NOT_A_CANDIDATE, () -> rejections().reject(MODEL, 2, ORDER));
        assertRefused(Why.NOT_A_CANDIDATE, () -> rejections().reject(MODEL, 1, ORDER));
        assertRefused(Why.UNKNOWN_VERSION, () -> rejections().reject(MODEL, 9, ORDER));
    }

    @ParameterizedTest
    @CsvSource({
        "models/colours/evaluations/2.json, false",
        "models/colours/evaluations/2.json, true",
        "models/colours/evaluations/2.settled.json, false",
        "models/colours/evaluations/2.settled.json, true",
        "models/colours/champions-told/000000000001.json, false",
        "models/colours/champions-told/000000000001.json, true",
        "models/colours/champions-told/000000000002.json, false",
        "models/colours/champions-told/000000000002.json, true",
    })
    void whoDiesAtAnyStepIsFollowedBySomebodyWhoStartsOver(String fatalKey, boolean afterwards) {
        // Given
        force();
        ModelRegistry dying = new ModelRegistry(new DyingStore(chain.store, fatalKey, afterwards));
        assertThatThrownBy(() -> aftermath(dying, news::add).of(MODEL)).isInstanceOf(DyingStore.Death.class);

        // When
        aftermath().of(MODEL);

        // Then
        assertForcedOnce();
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void whoDiesTellingIsFollowedBySomebodyWhoTells(boolean afterwards) {
        // Given
        force();
        ChampionNews dying = moved -> {
            if (moved.sequence() == 1 || afterwards) {
                news.add(moved);
            }
            if (moved.sequence() == 2) {
                throw new DyingStore.Death();
            }
        };
        assertThatThrownBy(() -> aftermath(chain.registry, dying).of(MODEL)).isInstanceOf(DyingStore.Death.class);

        // When
        aftermath().of(MODEL);

        // Then
        assertForcedOnce();
    }

    /** One entry, one verdict, and each told at least once, always with the same id. */
    private void assertForcedOnce() {
        assertThat(chain.versions()).containsExactly(1, 2);
        assertThat(chain.store.keys(ObjectKeys.evaluations(MODEL)))
                .containsExactly("models/colours/evaluations/2.json", "models/colours/evaluations/2.settled.json");
        assertThat(news).extracting(Aftermath::eventId).contains("colours-champion-1", "colours-champion-2");
        assertThat(news.stream().distinct()).hasSize(2);
        assertThat(verdicts.eventIds).isNotEmpty().containsOnly("colours-2");
        assertThat(chain.registry.champions().toldUpTo(MODEL)).isEqualTo(2);
    }

    private void force() {
        moves(chain.registry).promote(MODEL, 2, ORDER);
    }

    private static OperatorMoves moves(ModelRegistry registry) {
        return new OperatorMoves(registry, manifest -> {}, entry -> {}, CLOCK);
    }

    private OperatorRejections rejections() {
        return new OperatorRejections(chain.registry, model -> {}, CLOCK);
    }

    private Aftermath aftermath() {
        return aftermath(chain.registry, news::add);
    }

    private Aftermath aftermath(ModelRegistry registry, ChampionNews told) {
        return new Aftermath(registry, new Promoter(registry, verdicts, entry -> {}), told, settled::add);
    }
}
