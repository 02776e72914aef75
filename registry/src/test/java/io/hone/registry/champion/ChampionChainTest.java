package io.hone.registry.champion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.registry.TestBucket;
import io.hone.registry.store.InMemoryObjectStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** On the real S3 endpoint: the chain is only as good as the store's conditional write. */
class ChampionChainTest {

    private final ModelName model = new ModelName("m" + UUID.randomUUID());
    private final ChampionChain chain = new ChampionChain(TestBucket.models());

    private ChampionEntry entry(long sequence, int version, String writer) {
        return new ChampionEntry(
                model,
                sequence,
                version,
                sequence == 1 ? Optional.empty() : Optional.of(version - 1),
                Instant.parse("2026-11-22T10:15:30Z"),
                sequence == 1 ? Move.REGISTERED : Move.PROMOTED,
                "evaluator",
                "better by 3 points",
                writer);
    }

    @Test
    void aModelWithoutEntriesHasNoChampion() {
        assertThat(chain.head(model)).isEmpty();
        assertThat(chain.history(model)).isEmpty();
    }

    @Test
    void theHighestNumberIsTheChampion() {
        // Given: past nine, where the order of text and of numbers part
        LongStream.rangeClosed(1, 11).forEach(sequence -> chain.append(entry(sequence, (int) sequence, "w")));

        // When
        ChampionEntry head = chain.head(model).orElseThrow();

        // Then
        assertThat(head.version()).isEqualTo(11);
        assertThat(chain.history(model))
                .extracting(ChampionEntry::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
    }

    @Test
    void twoEvaluatorsRacingExactlyOneWins() throws Exception {
        // Given
        chain.append(entry(1, 1, "registration"));
        ExecutorService evaluators = Executors.newFixedThreadPool(2);
        try {
            for (long sequence = 2; sequence < 22; sequence++) {
                CyclicBarrier start = new CyclicBarrier(2);
                long next = sequence;
                List<Callable<Boolean>> promotions = IntStream.of(1, 2)
                        .<Callable<Boolean>>mapToObj(evaluator -> () -> {
                            start.await();
                            return chain.append(entry(next, (int) next * 2 + evaluator, "evaluator-" + evaluator));
                        })
                        .toList();

                // When
                List<Future<Boolean>> outcomes = evaluators.invokeAll(promotions);

                // Then
                assertThat(outcomes.get(0).get()).isNotEqualTo(outcomes.get(1).get());
                String winner = outcomes.get(0).get() ? "evaluator-1" : "evaluator-2";
                assertThat(chain.head(model).orElseThrow().writer()).isEqualTo(winner);
            }
        } finally {
            evaluators.shutdownNow();
        }
        assertThat(chain.history(model)).hasSize(21);
    }

    @Test
    void theSameEntryAgainSucceedsAndAddsNothing() {
        // Given
        chain.append(entry(1, 1, "registration"));

        // When
        boolean again = chain.append(entry(1, 1, "registration"));

        // Then
        assertThat(again).isTrue();
        assertThat(chain.history(model)).hasSize(1);
    }

    @Test
    void whatLiesBesideTheEntriesIsReadOver() {
        // Given: a store on a file system lists what is still being written
        InMemoryObjectStore store = new InMemoryObjectStore();
        ChampionChain listed = new ChampionChain(store);
        ChampionEntry first = entry(1, 1, "writer-1");
        listed.append(first);
        store.createIfAbsent(ObjectKeys.champion(model, 2) + "-35e4199c", new byte[0], "application/json");

        // Then
        assertThat(listed.head(model)).contains(first);
        assertThat(listed.history(model)).containsExactly(first);
        assertThat(listed.sequence(model)).isEqualTo(1);
    }

    @Test
    void theLastNumberIsKnownWithoutReadingAnEntry() {
        // Given
        LongStream.rangeClosed(1, 11).forEach(sequence -> chain.append(entry(sequence, (int) sequence, "w")));

        // When, Then
        assertThat(chain.sequence(model)).isEqualTo(11);
        assertThat(chain.find(model, 7)).contains(entry(7, 7, "w"));
        assertThat(chain.find(model, 12)).isEmpty();
        assertThat(chain.sequence(new ModelName("nobody"))).isZero();
    }

    @Test
    void whatWasToldIsMarkedBesideTheChainAndMovesNothing() {
        // Given
        chain.append(entry(1, 1, "w"));
        chain.append(entry(2, 2, "w"));
        assertThat(chain.toldUpTo(model)).isZero();

        // When: twice, as by two evaluators
        chain.markTold(entry(1, 1, "w"));
        chain.markTold(entry(1, 1, "w"));

        // Then
        assertThat(chain.toldUpTo(model)).isEqualTo(1);
        assertThat(chain.history(model)).hasSize(2);
    }

    @Test
    void onlyTheFirstEntryHasNoPredecessor() {
        assertThatThrownBy(() -> new ChampionEntry(
                        model, 2, 2, Optional.empty(), Instant.EPOCH, Move.PROMOTED, "evaluator", "better", "w"))
                .hasMessageContaining("previousVersion must be absent in the first entry, and only there");
    }
}
