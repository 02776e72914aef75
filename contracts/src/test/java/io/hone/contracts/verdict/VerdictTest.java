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
        Verdict tested = verdict(Optional.of(new SignificanceTest(3, 0.0018, 0.0004, true, Optional.of(0.02))));

        // When
        byte[] json = Json.write(tested);

        // Then
        assertThat(new String(json, StandardCharsets.UTF_8))
                .endsWith("\"test\":{\"number\":3,\"level\":0.0018,\"p\":4.0E-4,\"passed\":true,\"alpha\":0.02}}");
        assertThat(Json.read(json, Verdict.class)).isEqualTo(tested);
    }

    @Test
    void ofATestOfTheFirstWritersItIsUnknownWhatWasAllowed() {
        // Given
        String json = new String(
                Json.write(verdict(Optional.of(new SignificanceTest(3, 0.0018, 0.0004, true, Optional.empty())))),
                StandardCharsets.UTF_8);
        assertThat(json).doesNotContain("alpha");

        // When
        Verdict read = Json.read(json.getBytes(StandardCharsets.UTF_8), Verdict.class);

        // Then
        assertThat(read.test())
                .hasValueSatisfying(test -> assertThat(test.alpha()).isEmpty());
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
