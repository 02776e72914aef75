package io.hone.vision.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {

    @ParameterizedTest
    @CsvSource({"auto,auto", "cpu,cpu", "gpu,gpu(0)", "GPU(2),gpu(2)", "' Auto ',auto"})
    void readsWhatAnOperatorWrites(String written, String meant) {
        // Given, when
        DeviceChoice choice = DeviceChoice.parse(written);
        // Then
        assertThat(choice).hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tpu", "gpu1", "gpu(-1)", "cpu(1)", "auto(3)"})
    void refusesWhatItDoesNotKnow(String written) {
        // Given, when
        assertThatThrownBy(() -> DeviceChoice.parse(written))
                // Then
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTheFirstGpuWhereThereIsOne() {
        // Given
        DeviceChoice choice = DeviceChoice.AUTO;
        // When, then
        assertThat(choice.among(2)).isEqualTo(Device.gpu(0));
        assertThat(choice.among(0)).isEqualTo(Device.cpu());
    }

    @Test
    void saysSoWhenTheChosenGpuIsNotThere() {
        // Given
        DeviceChoice choice = DeviceChoice.parse("gpu(1)");
        // When
        assertThatThrownBy(() -> choice.among(1))
                // Then
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("device gpu(1) is asked for, but the engine sees 1 GPUs: choose cpu or auto");
    }
}
