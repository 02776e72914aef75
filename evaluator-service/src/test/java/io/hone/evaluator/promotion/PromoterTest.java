package io.hone.evaluator.promotion;

import static io.hone.evaluator.promotion.Comparisons.MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.champion.Move;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Outcome;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.evaluation.Progress;
import io.hone.registry.store.InMemoryObjectStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromoterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final Comparison BETTER = Comparisons.of(200, 160, 170);
    private static final Comparison WORSE = Comparisons.of(200, 160, 150);
    private static final Comparison TOO_FEW = Comparisons.of(20, 10, 15);

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final ModelRegistry registry = new ModelRegistry(store);
    private final ToldVerdicts told = new ToldVerdicts();
    private final Promoter promoter = new Promoter(registry, told, entry -> {});

    @BeforeEach
    void register() {
        registry.champions()
                .append(new ChampionEntry(
                        MODEL, 1, 1, Optional.empty(), NOW, Move.REGISTERED, "ada", "registered", "registration"));
    }

    @Test
    void whatIsBetterBecomesChampion() {
        // When
        Settlement settlement = promoter.settle(Comparisons.judged(BETTER, NOW));

        // Then
        ChampionEntry head = registry.champion(MODEL);
        assertThat(settlement.promoted()).isTrue();
        assertThat(head.sequence()).isEqualTo(2);
        assertThat(head.version()).isEqualTo(2);
        assertThat(head.previousVersion()).contains(1);
        assertThat(head.move()).isEqualTo(Move.PROMOTED);
        assertThat(head.reason()).contains("a gain of 5.00 points");
        assertThat(told.verdicts).containsExactly(settlement.told());
        assertThat(told.eventIds).containsExactly("plants-2");
        assertThat(registry.evaluations().progress(MODEL)).isEqualTo(Map.of(2, new Progress.Settled()));
    }

    @Test
    void whatIsWorseIsRejectedAndTold() {
        // When
        Settlement settlement = promoter.settle(Comparisons.judged(WORSE, NOW));

        // Then
        assertThat(settlement.told().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(settlement.superseded()).isFalse();
        assertThat(registry.champion(MODEL).version()).isEqualTo(1);
        assertThat(told.verdicts).extracting(verdict -> verdict.outcome()).containsExactly(Outcome.REJECTED);
    }

    @Test
    void whatCannotBeToldYetStaysPending() {
        // When
        promoter.postpone(Comparisons.judged(TOO_FEW, NOW));

        // Then
        assertThat(registry.evaluations().find(MODEL, 2)).isEmpty();
        assertThat(store.exists("models/plants/evaluations/2.inconclusive-700.json"))
                .isTrue();
        assertThat(told.eventIds).containsExactly("plants-2-at-700");
        assertThat(registry.evaluations().progress(MODEL)).isEqualTo(Map.of(2, new Progress.Postponed(700)));
        assertThat(registry.evaluations().latest(MODEL, 2)).contains(Comparisons.judged(TOO_FEW, NOW));
    }

    @Test
    void theFirstVerdictHolds() {
        // Given
        promoter.settle(Comparisons.judged(WORSE, NOW));

        // When: another evaluator comes to another result later
        Settlement settlement = promoter.settle(Comparisons.judged(BETTER, NOW.plusSeconds(9)));

        // Then
        assertThat(settlement.evaluation()).isEqualTo(Comparisons.judged(WORSE, NOW));
        assertThat(registry.champion(MODEL).version()).isEqualTo(1);
    }

    @Test
    void whatIsDecidedAlreadyIsNotPostponed() {
        // Given: a person rejected it while it was compared
        Evaluation decided = registry.evaluations().conclude(Comparisons.judged(WORSE, NOW));

        // When
        Evaluation held = promoter.postpone(Comparisons.judged(TOO_FEW, NOW.plusSeconds(9)));

        // Then
        assertThat(held).isEqualTo(decided);
        assertThat(told.verdicts).isEmpty();
        assertThat(registry.evaluations().all(MODEL, 2)).containsExactly(decided);
    }

    @Test
    void aChampionThatMovedMeanwhileIsNotOverrun() {
        // Given: a person put version 7 into the chain after the comparison
        registry.champions()
                .append(new ChampionEntry(MODEL, 2, 7, Optional.of(1), NOW, Move.PROMOTED, "ada", "by hand", "ada-1"));

        // When
        Settlement settlement = promoter.settle(Comparisons.judged(BETTER, NOW));

        // Then
        assertThat(settlement.superseded()).isTrue();
        assertThat(registry.champion(MODEL).version()).isEqualTo(7);
        assertThat(told.verdicts).hasSize(1).first().satisfies(verdict -> {
            assertThat(verdict.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(verdict.findings()).last().satisfies(finding -> assertThat(finding.explanation())
                    .contains("somebody else wrote entry 2"));
        });
        assertThat(registry.evaluations().latest(MODEL, 2).orElseThrow().verdict())
                .isEqualTo(settlement.told());
    }

    @Test
    void aVersionThatAPersonPromotedMeanwhileIsChampionAllTheSame() {
        // Given: the very version that the gate lets through
        registry.champions()
                .append(new ChampionEntry(MODEL, 2, 2, Optional.of(1), NOW, Move.FORCED, "ada", "by hand", "ada-1"));

        // When
        Settlement settlement = promoter.settle(Comparisons.judged(BETTER, NOW));

        // Then
        assertThat(settlement.promoted()).isTrue();
        assertThat(registry.champions().history(MODEL)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "models/plants/evaluations/2.json, false",
        "models/plants/evaluations/2.json, true",
        "models/plants/champions/000000000002.json, false",
        "models/plants/champions/000000000002.json, true",
        "models/plants/evaluations/2.settled.json, false",
        "models/plants/evaluations/2.settled.json, true"
    })
    void whoDiesIsFollowedBySomebodyWhoStartsOver(String fatalKey, boolean afterwards) {
        // Given
        Promoter dying =
                new Promoter(new ModelRegistry(new DyingStore(store, fatalKey, afterwards)), told, entry -> {});
        assertThatThrownBy(() -> dying.settle(Comparisons.judged(BETTER, NOW))).isInstanceOf(DyingStore.Death.class);

        // When: it is evaluated anew, a minute later
        promoter.settle(Comparisons.judged(BETTER, NOW.plusSeconds(60)));

        // Then
        assertPromotedOnce();
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void whoDiesTellingIsFollowedBySomebodyWhoTells(boolean afterwards) {
        // Given
        Promoter dying = new Promoter(
                registry,
                (verdict, evaluation) -> {
                    if (afterwards) {
                        told.tell(verdict, evaluation);
                    }
                    throw new DyingStore.Death();
                },
                entry -> {});
        assertThatThrownBy(() -> dying.settle(Comparisons.judged(BETTER, NOW))).isInstanceOf(DyingStore.Death.class);
        assertThat(registry.evaluations().progress(MODEL)).isEqualTo(Map.of(2, new Progress.Concluded()));

        // When
        promoter.settle(Comparisons.judged(BETTER, NOW.plusSeconds(60)));

        // Then
        assertPromotedOnce();
    }

    private void assertPromotedOnce() {
        assertThat(registry.champions().history(MODEL))
                .extracting(ChampionEntry::version)
                .containsExactly(1, 2);
        assertThat(store.keys(ObjectKeys.evaluations(MODEL)))
                .containsExactly("models/plants/evaluations/2.json", "models/plants/evaluations/2.settled.json");
        assertThat(told.eventIds).isNotEmpty().containsOnly("plants-2");
        assertThat(told.verdicts).isNotEmpty().allMatch(told.verdicts.get(0)::equals);
    }
}
