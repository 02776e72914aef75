package io.hone.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.image.Split;
import io.hone.platform.problem.InvalidFieldException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c\u0000at",
                "cat\r\nx",
                "c\u007Fat",
                "c\u0085at",
                "\u202Etac",
                "c\u2066at",
                "c\u200Bat",
                "cat\u200D",
                "c\u200Dat",
                "\uFEFFcat",
                "c\u00ADat",
                "cat\u2028",
                "c\uD83Dat",
                "c\uDB40\uDC41at",
                " cat",
                "cat\u3000"
            })
    void whatCannotBeSeenIsRefused(String label) {
        assertThatThrownBy(() -> Labelling.of(label, null, null, null, null))
                .isInstanceOfSatisfying(InvalidFieldException.class, invalid -> {
                    assertThat(invalid.field()).isEqualTo("label");
                    assertThat(invalid.value()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
                });
    }

    @Test
    void aCharacterThatCannotBeSeenIsNamed() {
        assertThatThrownBy(() -> Labelling.of("ca\u202Et", null, null, null, null))
                .hasMessage("label holds the character U+202E (RIGHT-TO-LEFT OVERRIDE) at 2, which cannot be seen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gänseblümchen", "雏菊", "گل\u200Cهای", "👩\u200D🌾", "❤\uFE0F", "a/b", "..", "x'; --"})
    void everyScriptIsWelcome(String label) {
        assertThat(Labelling.of(label, null, null, null, null).label()).isEqualTo(label);
    }

    @Test
    void lettersTakenApartAreOneLetter() {
        assertThat(Labelling.of("Ga\u0308nsebl\u00FCmchen", "u\u0308", null, null, null))
                .isEqualTo(Labelling.of("Gänseblümchen", "ü", null, null, null));
    }
}
