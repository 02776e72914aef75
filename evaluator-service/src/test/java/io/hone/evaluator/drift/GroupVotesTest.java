package io.hone.evaluator.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupVotesTest {

    private static final Optional<String> PATIENT = Optional.of("patient-7");

    @Test
    void aGroupVotesOnceInAWhile() {
        // When
        GroupVotes votes = GroupVotes.NONE.plus(PATIENT, 500);

        // Then
        assertThat(votes.allow(PATIENT, 501)).isFalse();
        assertThat(votes.allow(PATIENT, 500 + GroupVotes.A_WHILE - 1)).isFalse();
        assertThat(votes.allow(PATIENT, 500 + GroupVotes.A_WHILE)).isTrue();
        assertThat(votes.allow(Optional.of("patient-8"), 501)).isTrue();
    }

    @Test
    void withoutAGroupEachImageVotes() {
        // When
        GroupVotes votes = GroupVotes.NONE.plus(Optional.empty(), 500);

        // Then
        assertThat(votes.allow(Optional.empty(), 501)).isTrue();
        assertThat(votes).isEqualTo(GroupVotes.NONE);
    }

    @Test
    void whatIsPastIsForgotten() {
        // Given
        GroupVotes votes = GroupVotes.NONE;

        // When
        for (int i = 0; i < 1000; i++) {
            votes = votes.plus(Optional.of("group-" + i), i);
        }

        // Then
        assertThat(votes.last()).hasSize((int) GroupVotes.A_WHILE);
    }
}
