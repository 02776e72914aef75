package io.hone.contracts.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"version":2,"images":9,"correct":6,"millisPerImage":0.0} | false
                    {"version":2,"images":9,"correct":6}                      | false
                    {"version":2,"images":9,"correct":6,"millisPerImage":1.5} | true
                    """)
    void aTimeThatWasNotMeasuredIsAbsentAlsoWhereTheFirstWritersWroteZero(String json, boolean measured) {
        assertThat(Json.read(json.getBytes(UTF_8), Measurement.class)
                        .millisPerImage()
                        .isPresent())
                .isEqualTo(measured);
    }
}
