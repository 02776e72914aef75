package io.hone.ingest.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.ModelName;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnotatorsTest {

    private static final ModelName PLANTS = new ModelName("plants");

    private final Annotators annotators = new Annotators();

    @Test
    void soManyOfAModelHaveNamesAndTheOthersAreOne() {
        // Given
        IntStream.range(0, Annotators.MOST).forEach(i -> assertThat(annotators.name(PLANTS, Optional.of("ann " + i)))
                .isEqualTo("ann " + i));

        // When, Then
        assertThat(annotators.name(PLANTS, Optional.of("one more"))).isEqualTo("other");
        assertThat(annotators.name(PLANTS, Optional.of("ann 7"))).isEqualTo("ann 7");
        assertThat(annotators.name(PLANTS, Optional.empty())).isEqualTo("none");
        assertThat(annotators.name(new ModelName("birds"), Optional.of("one more")))
                .isEqualTo("one more");
    }
}
