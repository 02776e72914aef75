package io.hone.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.Json;
import io.hone.contracts.model.ModelName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    private static Verdict verdict(Optional<SignificanceTest> test) {
        return new Verdict(new ModelName("plants"), 2, NOW, 1, Outcome.REJECTED, List.of(), test);
    }

    @Test
    void aTestIsReadAsItWasWritten() {
        // Given
        Verdict tested = verdict(Optional.of(new SignificanceTest(3, 0.0018, 0.0004, true)));

        // When
        byte[] json = Json.write(tested);

        // Then
        assertThat(new String(json, StandardCharsets.UTF_8))
                .endsWith("\"test\":{\"number\":3,\"level\":0.0018,\"p\":4.0E-4,\"passed\":true}}");
        assertThat(Json.read(json, Verdict.class)).isEqualTo(tested);
    }

    @Test
    void withoutATestAVerdictIsWhatItEverWas() {
        // When
        byte[] json = Json.write(verdict(Optional.empty()));

        // Then
        assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("test");
        assertThat(Json.read(json, Verdict.class)).isEqualTo(verdict(Optional.empty()));
    }
}
