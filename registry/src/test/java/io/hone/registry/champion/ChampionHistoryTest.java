package io.hone.registry.champion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChampionHistoryTest {

    /** A number is a promotion, one with a minus a rollback to that version. */
    @ParameterizedTest(name = "{0}: {1} comes before")
    @CsvSource({
        "1, ",
        "1 2, 1",
        "1 2 3, 2",
        "1 2 3 -2, 1",
        "1 2 3 -2 -1, ",
        "1 2 3 -1, ",
        "1 2 3 -1 4, 1",
        "1 2 3 -2 4, 2",
        "1 2 3 -2 4 -2, 1",
        "1 2 1 3, 1",
        "1 2 1 3 -1, 2",
        "1 2 3 -1 -3, 1",
        "1 2 3 -1 -3 -1, ",
    })
    void aRollbackGoesBackToWhereTheChainWas(String moves, Integer expected) {
        // When
        Optional<Integer> previous = history(moves).previous();

        // Then
        assertThat(previous).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void aWriterFindsTheEntryItWrote() {
        // Given
        ChampionHistory history = history("1 2 -1");

        // When, Then
        assertThat(history.by("writer-2")).contains(history.entries().get(1));
        assertThat(history.by("writer-9")).isEmpty();
    }

    @Test
    void whatWasChampionOnceIsHeld() {
        assertThat(history("1 2 -1").holds(2)).isTrue();
        assertThat(history("1 2 -1").holds(3)).isFalse();
    }

    @Test
    void aChainWithoutEntriesIsNone() {
        assertThatThrownBy(() -> new ChampionHistory(List.of())).hasMessageContaining("entries is empty");
    }

    private static ChampionHistory history(String moves) {
        List<ChampionEntry> entries = new ArrayList<>();
        for (String move : moves.split(" ", -1)) {
            int version = Integer.parseInt(move);
            entries.add(entry(entries, Math.abs(version), version < 0 ? Move.ROLLED_BACK : Move.PROMOTED));
        }
        return new ChampionHistory(entries);
    }

    private static ChampionEntry entry(List<ChampionEntry> before, int version, Move move) {
        int sequence = before.size() + 1;
        return new ChampionEntry(
                new ModelName("plants"),
                sequence,
                version,
                before.isEmpty()
                        ? Optional.empty()
                        : Optional.of(before.get(before.size() - 1).version()),
                Instant.EPOCH,
                move,
                "ada",
                "because",
                "writer-" + sequence);
    }
}
