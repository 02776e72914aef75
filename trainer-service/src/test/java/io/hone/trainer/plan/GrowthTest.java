package io.hone.trainer.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.Classes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static final Classes KNOWN = Classes.of("daisy", "rose");
    private static final Map<String, Integer> STORED = Map.of("daisy", 50, "tulip", 20, "lily", 25, "fern", 19);
    private static final Map<String, Integer> HELD_OUT = Map.of("daisy", 12, "tulip", 5, "lily", 7, "fern", 6);

    @Test
    void aLabelEntersOnceItHasEnoughImages() {
        assertThat(new Growth(20, 5).admitted(KNOWN, List.of(KNOWN), STORED, HELD_OUT))
                .containsExactly("lily", "tulip");
    }

    @Test
    void aLabelThatCannotBeJudgedWaits() {
        // Given: hardly a lily in the hold-out, and no tulip
        Map<String, Integer> holdOut = Map.of("daisy", 12, "lily", 4);

        // When, then
        assertThat(new Growth(20, 5).admitted(KNOWN, List.of(KNOWN), STORED, holdOut))
                .isEmpty();
        assertThat(new Growth(20, 4).admitted(KNOWN, List.of(KNOWN), STORED, holdOut))
                .containsExactly("lily");
        assertThat(new Growth(20, 0).admitted(KNOWN, List.of(KNOWN), STORED, holdOut))
                .containsExactly("lily", "tulip");
    }

    @Test
    void aClassThatAnotherVersionHasGrownByKeepsItsPlace() {
        // Given: a version that knows tulips already, and awaits its verdict
        Classes grown = Classes.of("daisy", "rose", "tulip");

        // When
        List<String> admitted = new Growth(20, 5).admitted(KNOWN, List.of(KNOWN, grown), STORED, HELD_OUT);

        // Then
        assertThat(admitted).containsExactly("tulip", "lily");
    }

    @Test
    void zeroAdmitsNone() {
        assertThat(new Growth(0, 0).admitted(KNOWN, List.of(KNOWN), STORED, HELD_OUT))
                .isEmpty();
    }

    @Test
    void knownClassesKeepTheirIds() {
        assertThat(Growth.grown(KNOWN, new Growth(20, 5).admitted(KNOWN, List.of(KNOWN), STORED, HELD_OUT)))
                .isEqualTo(Classes.of("daisy", "rose", "lily", "tulip"));
    }

    @Test
    void imagesOfUnknownLabelsWait() {
        assertThat(Growth.waiting(KNOWN, STORED)).isEqualTo(64);
    }
}
