package io.hone.contracts.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.image.GivenLabel;
import io.hone.contracts.image.LabelHistory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeRulesTest {

    /** @param said such as {@code ada=cat bob=dog}, in that order */
    private static LabelHistory history(String said) {
        LabelHistory history = LabelHistory.NONE;
        int second = 0;
        for (String word : said.split(" ", -1)) {
            String[] parts = word.split("=", 2);
            Optional<String> annotator = Optional.of(parts[0]).filter(name -> !name.isEmpty());
            history =
                    history.and(new GivenLabel(parts[1], Instant.ofEpochSecond(second++), annotator, Optional.empty()));
        }
        return history;
    }

    @ParameterizedTest
    @CsvSource({
        "last,      ada=cat bob=dog,                          dog",
        "majority,  ada=cat bob=cat eve=dog,                  cat",
        "majority,  ada=cat bob=dog,                          dog",
        "majority,  ada=cat bob=cat ada=dog,                  dog",
        "majority,  =cat =cat ada=dog,                        dog",
        "majority,  ada=cat bob=dog eve=dog zoe=cat joe=emu,  cat",
        "trusted,   ada=cat mallory=dog,                      cat",
        "trusted,   ada=cat grace=dog mallory=emu,            dog",
        "trusted,   mallory=dog =cat,                         "
    })
    void theLabelThatHolds(String rule, String said, String expected) {
        // Given
        IntakeRules rules = IntakeRules.of(Map.of("labels.rule", rule, "labels.trusted", "ada, grace"));

        // When
        Optional<GivenLabel> holding = rules.holding(history(said));

        // Then
        assertThat(holding.map(GivenLabel::label)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void anUntrustedHandOnATrustedAnnotationChangesNothing() {
        // Given
        IntakeRules rules = IntakeRules.of(Map.of("labels.rule", "trusted", "labels.trusted", "ada"));
        LabelHistory history = LabelHistory.of(
                        new GivenLabel("cat", Instant.EPOCH, Optional.of("ada"), Optional.of("17")))
                .and(new GivenLabel("dog", Instant.EPOCH, Optional.of("mallory"), Optional.of("17")));

        // When, Then
        assertThat(rules.holding(history)).map(GivenLabel::label).contains("cat");
    }

    @Test
    void aListOfNamesIsNotTakenForNames() {
        assertThatThrownBy(() -> IntakeRules.of(Map.of("labels.trusted", List.of("ada", "grace"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no list");
    }

    @Test
    void trustInNobodyIsRefused() {
        assertThatThrownBy(() -> IntakeRules.of(Map.of("labels.rule", "trusted")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("labels.trusted names nobody");
    }
}
