package io.hone.contracts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRecordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"plants", "p", "7-segment_display"})
    void namesThatFitTopicsAndKeysAreAccepted(String name) {
        assertThat(new ModelName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Plants", "../plants", "plants.dead-letters", "-plants", "pflänzchen"})
    void otherNamesAreRefused(String name) {
        assertThatThrownBy(() -> new ModelName(name)).hasMessageContaining("must match");
    }

    @Test
    void classesKeepTheirOrderInTheSynset() {
        // Given
        Classes classes = Classes.of("daisy", "rose");

        // When
        Classes read = Classes.fromSynset(classes.toSynset());

        // Then
        assertThat(read).isEqualTo(classes);
        assertThat(read.idOf("rose")).hasValue(1);
        assertThat(read.idOf("tulip")).isEmpty();
    }

    @Test
    void aClassListedTwiceIsRefused() {
        assertThatThrownBy(() -> Classes.of("daisy", "rose", "daisy")).hasMessage("class 'daisy' is listed twice");
    }

    @Test
    void preprocessingNamesFieldValueAndLimit() {
        List<Float> half = List.of(0.5f, 0.5f, 0.5f);
        assertThatThrownBy(() -> new Preprocessing(4, 32, half, half, ColourOrder.RGB))
                .hasMessage("width is 4, must be between 8 and 4096");
        assertThatThrownBy(() -> new Preprocessing(32, 32, List.of(0.5f), half, ColourOrder.RGB))
                .hasMessage("mean has 1 values, must have 3");
        assertThatThrownBy(() -> new Preprocessing(32, 32, half, List.of(0f, 1f, 1f), ColourOrder.RGB))
                .hasMessageContaining("standardDeviation is 0.0, must be between 0.001 and 10.0");
    }
}
