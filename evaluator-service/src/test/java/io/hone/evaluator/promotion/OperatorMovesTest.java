package io.hone.evaluator.promotion;

import static io.hone.evaluator.promotion.Chain.MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.champion.Move;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.promotion.MoveRefusedException.Why;
import io.hone.registry.ModelRegistry;
import io.hone.registry.UnknownModelException;
import io.hone.registry.champion.ChampionEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorMovesTest {

    private static final Clock CLOCK = Clock.fixed(Manifests.NOW, ZoneOffset.UTC);

    private final List<ChampionEntry> heard = new ArrayList<>();
    private Chain chain;
    private OperatorMoves moves;

    @BeforeEach
    void register(@TempDir Path directory) {
        chain = new Chain(directory).candidates(2, 3, 4).promoted(2, 3);
        moves = moves(chain.registry, manifest -> {});
    }

    @Test
    void aRollbackIsAnEntryOfTheChain() {
        // When
        ChampionEntry entry = moves.rollback(MODEL, Optional.empty(), order("it blurs", "key-1"));

        // Then
        assertThat(entry)
                .isEqualTo(new ChampionEntry(
                        MODEL,
                        4,
                        2,
                        Optional.of(3),
                        Manifests.NOW,
                        Move.ROLLED_BACK,
                        "ada",
                        "it blurs",
                        "order-key-1"));
        assertThat(chain.registry.champion(MODEL)).isEqualTo(entry);
        assertThat(heard).containsExactly(entry);
    }

    @Test
    void twoRollbacksGoTwoVersionsBack() {
        // When
        moves.rollback(MODEL, Optional.empty(), order("once"));
        moves.rollback(MODEL, Optional.empty(), order("twice"));

        // Then
        assertThat(chain.versions()).containsExactly(1, 2, 3, 2, 1);
        assertRefused(Why.NEVER_CHAMPION, () -> moves.rollback(MODEL, Optional.empty(), order("a third time")))
                .hasMessageContaining("no champion came before version 1");
    }

    @Test
    void aNamedVersionMustHaveBeenChampion() {
        // When
        moves.rollback(MODEL, Optional.of(1), order("all of it"));

        // Then
        assertThat(chain.versions()).containsExactly(1, 2, 3, 1);
        assertRefused(Why.NEVER_CHAMPION, () -> moves.rollback(MODEL, Optional.of(4), order("forward")))
                .hasMessageContaining("version 4 was never champion");
    }

    @Test
    void aForcedPromotionAsksNoGate() {
        // When
        ChampionEntry entry = moves.promote(MODEL, 4, order("the fair is tomorrow"));

        // Then
        assertThat(entry.move()).isEqualTo(Move.FORCED);
        assertThat(entry.reason()).isEqualTo("the fair is tomorrow");
        assertThat(chain.versions()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatIsChampionAlreadyChangesNothing() {
        // When
        ChampionEntry rolledBack = moves.rollback(MODEL, Optional.of(3), order("sure"));
        ChampionEntry promoted = moves.promote(MODEL, 3, order("sure"));

        // Then
        assertThat(List.of(rolledBack, promoted)).containsOnly(chain.registry.champion(MODEL));
        assertThat(chain.versions()).containsExactly(1, 2, 3);
        assertThat(heard).isEmpty();
    }

    @Test
    void theSameKeyAgainIsAnsweredAndNotDoneAgain() {
        // Given
        ChampionEntry first = moves.rollback(MODEL, Optional.empty(), order("once", "key-1"));
        moves.promote(MODEL, 4, order("something else"));

        // When
        ChampionEntry again = moves.rollback(MODEL, Optional.empty(), order("once", "key-1"));

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(chain.versions()).containsExactly(1, 2, 3, 2, 4);
    }

    @Test
    void aKeyBelongsToOneRequest() {
        // Given
        moves.rollback(MODEL, Optional.of(2), order("once", "key-1"));

        // When, Then
        assertRefused(Why.KEY_REUSED, () -> moves.rollback(MODEL, Optional.of(1), order("other", "key-1")));
        assertRefused(Why.KEY_REUSED, () -> moves.promote(MODEL, 4, order("other", "key-1")));
        assertThat(chain.versions()).containsExactly(1, 2, 3, 2);
    }

    @Test
    void whatDoesNotExistCannotBeChampion() {
        assertRefused(Why.UNKNOWN_VERSION, () -> moves.promote(MODEL, 9, order("why not")))
                .hasMessage("there is no version 9 of model 'colours'");
        assertThatThrownBy(() -> moves.promote(new ModelName("nobody"), 1, order("why not")))
                .isInstanceOf(UnknownModelException.class);
    }

    @Test
    void whatCannotBeLoadedNeverEntersTheChain() {
        // Given
        OperatorMoves careful = moves(chain.registry, manifest -> {
            throw new UnusableVersionException(manifest, "model.pt is missing", null);
        });

        // When, Then
        assertRefused(Why.UNUSABLE_VERSION, () -> careful.rollback(MODEL, Optional.empty(), order("back")))
                .hasMessageContaining("version 2 of model 'colours' cannot be loaded: model.pt is missing")
                .extracting(refusal -> ((MoveRefusedException) refusal).value())
                .isEqualTo(Optional.of(2));
        assertThat(chain.versions()).containsExactly(1, 2, 3);
    }

    @Test
    void moreClassesOrFewerMayComeButNoneMayChangeItsMeaning() {
        // Given
        chain.candidate(5, Classes.of("red", "green", "blue", "violet"))
                .candidate(6, Classes.of("red", "violet", "blue"));

        // When
        moves.promote(MODEL, 5, order("one more"));
        moves.rollback(MODEL, Optional.empty(), order("one fewer"));

        // Then
        assertThat(chain.versions()).containsExactly(1, 2, 3, 5, 3);
        assertRefused(Why.OTHER_CLASSES, () -> moves.promote(MODEL, 6, order("other")))
                .hasMessageContaining("class 1 is 'violet' in version 6, but 'green' in the champion");
    }

    @Test
    void whatWaitsForAPersonIsApproved() {
        // Given
        chain.awaiting("approval", 4);

        // When
        ChampionEntry entry = moves.approve(MODEL, 4, order("looks good"));

        // Then
        assertThat(entry.move()).isEqualTo(Move.APPROVED);
        assertThat(chain.versions()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatWaitsForLabelsIsNotApproved() {
        // Given
        chain.awaiting("hold-out-images", 4);

        // When, Then
        assertRefused(Why.NOT_AWAITING_APPROVAL, () -> moves.approve(MODEL, 4, order("looks good")));
        assertRefused(Why.NOT_AWAITING_APPROVAL, () -> moves.approve(MODEL, 2, order("looked good")));
        assertThat(chain.versions()).containsExactly(1, 2, 3);
    }

    @Test
    void anApprovalIsOfTheComparisonWithTheChampion() {
        // Given
        chain.awaiting("approval", 4).append(2, Move.ROLLED_BACK);

        // When, Then
        assertRefused(Why.CHAMPION_MOVED, () -> moves.approve(MODEL, 4, order("looks good")))
                .hasMessageContaining("was compared with version 3, but version 2 is champion since");
    }

    @Test
    void theOneBeforeIsRefusedWhenTheChampionMovesAtThatMoment() {
        // Given: the evaluator promotes version 4 while version 2 is looked at
        OperatorMoves late = moves(chain.registry, manifest -> chain.promoted(4));

        // When, Then
        assertRefused(Why.CHAMPION_MOVED, () -> late.rollback(MODEL, Optional.empty(), order("back")));
        assertThat(chain.versions()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aNamedVersionBecomesChampionWhateverMovesAtThatMoment() {
        // Given
        OperatorMoves late = moves(chain.registry, manifest -> {
            if (chain.versions().size() == 3) {
                chain.promoted(4);
            }
        });

        // When
        ChampionEntry entry = late.rollback(MODEL, Optional.of(2), order("back"));

        // Then
        assertThat(entry.previousVersion()).contains(4);
        assertThat(chain.versions()).containsExactly(1, 2, 3, 4, 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoDiesAppendingIsFollowedBySomebodyWhoAsksAgain(boolean afterwards) {
        // Given
        String fatal = ObjectKeys.champion(MODEL, 4);
        OperatorMoves dying = moves(new ModelRegistry(new DyingStore(chain.store, fatal, afterwards)), manifest -> {});
        assertThatThrownBy(() -> dying.rollback(MODEL, Optional.empty(), order("back", "key-1")))
                .isInstanceOf(DyingStore.Death.class);

        // When
        ChampionEntry entry = moves.rollback(MODEL, Optional.empty(), order("back", "key-1"));

        // Then
        assertThat(entry.version()).isEqualTo(2);
        assertThat(chain.versions()).containsExactly(1, 2, 3, 2);
    }

    private OperatorMoves moves(ModelRegistry registry, VersionCheck check) {
        return new OperatorMoves(registry, check, heard::add, CLOCK);
    }

    static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Why why, ThrowingCallable asked) {
        return assertThatThrownBy(asked)
                .isInstanceOfSatisfying(MoveRefusedException.class, refusal -> assertThat(refusal.why())
                        .isEqualTo(why));
    }

    private static Order order(String reason) {
        return new Order("ada", reason, Optional.empty());
    }

    private static Order order(String reason, String key) {
        return new Order("ada", reason, Optional.of(key));
    }
}
