package io.hone.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PairedOutcomesTest {

    @Test
    void everyPairIsCountedOnce() {
        // When
        PairedOutcomes outcomes = PairedOutcomes.NONE
                .plus(true, true)
                .plus(true, true)
                .plus(true, true)
                .plus(true, false)
                .plus(true, false)
                .plus(false, true)
                .plus(false, false);

        // Then
        assertThat(outcomes).isEqualTo(new PairedOutcomes(3, 2, 1, 1));
        assertThat(outcomes.images()).isEqualTo(7);
        assertThat(outcomes.championCorrect()).isEqualTo(5);
        assertThat(outcomes.candidateCorrect()).isEqualTo(4);
    }

    @Test
    void withoutGroupsEveryImageHasAVote() {
        assertThat(new PairedOutcomes(10, 4, 3, 2).votes()).isEqualTo(new Votes(19, 3, 4));
    }

    @Test
    void votesOfGroupsAddUpWithImagesThatHaveNone() {
        // Given
        PairedOutcomes grouped = new PairedOutcomes(10, 4, 3, 3).withGroups(new Votes(2, 0, 1));

        // When
        PairedOutcomes all = grouped.plus(new PairedOutcomes(5, 0, 2, 0)).plus(false, true);

        // Then
        assertThat(all.images()).isEqualTo(28);
        assertThat(all.votes()).isEqualTo(new Votes(2 + 7 + 1, 2 + 1, 1));
    }

    @Test
    void groupsAreWrittenWhereThereAreAnyAndReadBack() {
        // Given
        PairedOutcomes grouped = new PairedOutcomes(10, 4, 3, 3).withGroups(new Votes(2, 0, 1));

        // When
        byte[] json = Json.write(grouped);

        // Then
        assertThat(new String(json, StandardCharsets.UTF_8))
                .endsWith("\"groups\":{\"independent\":2,\"mended\":0,\"broken\":1}}");
        assertThat(Json.read(json, PairedOutcomes.class)).isEqualTo(grouped);
        assertThat(new String(Json.write(PairedOutcomes.NONE), StandardCharsets.UTF_8))
                .doesNotContain("groups");
    }
}
