package io.hone.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.ingest.intake.BusyException;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final Admission admission = new Admission(new AdmissionLimits(2, 1_000));

    @Test
    void aCallerHasNoMoreUnderWayThanAllowed() {
        // Given
        admission.admit("ann", 1);
        Pass second = admission.admit("ann", 1);

        // When, then
        assertThatThrownBy(() -> admission.admit("ann", 1))
                .isInstanceOfSatisfying(CallerLimitException.class, over -> {
                    assertThat(over.limit()).isEqualTo(2);
                    assertThat(over.value()).isEqualTo(3);
                })
                .hasMessageContaining("ann has 2 uploads under way, at most 2");
        assertThatCode(() -> admission.admit("bob", 1)).doesNotThrowAnyException();

        // When one of them is done, then there is room again
        second.close();
        assertThatCode(() -> admission.admit("ann", 1)).doesNotThrowAnyException();
    }

    @Test
    void halfOfTheMemoryIsLeftForOthers() {
        // Given
        admission.admit("ann", 300);

        // When, then
        assertThatThrownBy(() -> admission.admit("ann", 201)).isInstanceOf(CallerLimitException.class);
        assertThatCode(() -> admission.admit("bob", 500)).doesNotThrowAnyException();
    }

    @Test
    void allTogetherFitIntoMemory() {
        // Given
        admission.admit("ann", 400);
        admission.admit("bob", 400);

        // When, then
        assertThatThrownBy(() -> admission.admit("eve", 201))
                .isInstanceOf(BusyException.class)
                .hasMessageContaining("800 of the 1,000 bytes");
        assertThatCode(() -> admission.admit("eve", 200)).doesNotThrowAnyException();
    }

    @Test
    void anUploadLargerThanACallersShareComesAlone() {
        // When
        Pass large = admission.admit("ann", 100_000);

        // Then
        assertThatThrownBy(() -> admission.admit("ann", 1)).isInstanceOf(CallerLimitException.class);
        large.close();
        assertThatCode(() -> admission.admit("ann", 1)).doesNotThrowAnyException();
    }

    @Test
    void closedTwiceAPassGivesBackOnce() {
        // Given
        Pass pass = admission.admit("ann", 400);
        admission.admit("ann", 100);

        // When
        pass.close();
        pass.close();

        // Then
        assertThatThrownBy(() -> admission.admit("ann", 401)).isInstanceOf(CallerLimitException.class);
        assertThatCode(() -> admission.admit("ann", 400)).doesNotThrowAnyException();
    }

    @Test
    void whoHasNothingUnderWayIsForgotten() {
        // When
        for (int i = 0; i < 1_000; i++) {
            admission.admit("caller " + i, 500).close();
        }

        // Then
        assertThat(admission.callers()).isZero();
    }
}
