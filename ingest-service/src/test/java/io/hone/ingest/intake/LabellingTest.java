package io.hone.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.image.Split;
import io.hone.platform.problem.InvalidFieldException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabellingTest {

    @Test
    void whatWebFormsLeaveEmptyIsAbsent() {
        assertThat(Labelling.of("cat", "", null, "", ""))
                .isEqualTo(new Labelling("cat", Optional.empty(), Optional.empty(), Optional.empty(), false));
    }

    @Test
    void everythingGiven() {
        assertThat(Labelling.of("cat", "g", "ada", "hold-out", "true"))
                .isEqualTo(
                        new Labelling("cat", Optional.of("g"), Optional.of("ada"), Optional.of(Split.HOLD_OUT), true));
    }

    @Test
    void aGoldenImageGoesToTheHoldOut() {
        assertThat(Labelling.of("cat", null, null, null, "true").split()).contains(Split.HOLD_OUT);
        assertThat(Labelling.of("cat", null, null, "training", "false").split()).contains(Split.TRAINING);
    }

    @Test
    void aGoldenImageIsNeverTrainedOn() {
        assertThatThrownBy(() -> Labelling.of("cat", null, null, "training", "true"))
                .isInstanceOfSatisfying(InvalidFieldException.class, invalid -> {
                    assertThat(invalid.field()).isEqualTo("golden");
                    assertThat(invalid.value()).isEqualTo("true");
                })
                .hasMessageContaining("with split 'training'");
    }

    @ParameterizedTest
    @CsvSource({
        ",,,,,label",
        "'',,,,,label",
        "' ',,,,,label",
        "cat,'g\t',,,,group",
        "cat,,' ',,,annotator",
        "cat,,,holdout,,split",
        "cat,,,,yes,golden"
    })
    void theFirstWrongFieldIsNamed(
            String label, String group, String annotator, String split, String golden, String field) {
        assertThatThrownBy(() -> Labelling.of(label, group, annotator, split, golden))
                .isInstanceOfSatisfying(InvalidFieldException.class, invalid -> assertThat(invalid.field())
                        .isEqualTo(field));
    }
}
