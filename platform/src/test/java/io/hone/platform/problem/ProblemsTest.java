package io.hone.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hone.contracts.model.ModelName;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.registry.UnknownModelException;
import io.hone.registry.store.ObjectStoreException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void anInvalidFieldIsNamedWithItsValue() {
        // Given
        Throwable invalid =
                catchThrowable(() -> InvalidFieldException.parse("model", "No!", () -> new ModelName("No!")));

        // When
        HttpProblem problem = Problems.of(invalid).orElseThrow();

        // Then
        assertThat(problem.getStatusCode()).isEqualTo(400);
        assertThat(problem.getType()).hasToString("urn:hone:problem:invalid-field");
        assertThat(problem.getDetail()).contains("model name 'No!' must match");
        assertThat(problem.getParameters()).containsEntry("field", "model").containsEntry("value", "No!");
    }

    @Test
    void aMissingFieldHasNoValue() {
        // When
        HttpProblem problem = Problems.of(new InvalidFieldException("label", null, "label is missing"))
                .orElseThrow();

        // Then
        assertThat(problem.getParameters()).containsOnlyKeys("field");
    }

    @Test
    void hugeValuesAreShortened() {
        // When
        HttpProblem problem = Problems.of(new InvalidFieldException("label", "x".repeat(5_000), "too long"))
                .orElseThrow();

        // Then
        assertThat((String) problem.getParameters().get("value")).hasSize(201).endsWith("…");
    }

    @Test
    void anUnknownModelIsNotFound() {
        // When
        HttpProblem problem =
                Problems.of(new UnknownModelException(new ModelName("plants"))).orElseThrow();

        // Then
        assertThat(problem.getStatusCode()).isEqualTo(404);
        assertThat(Problems.name(problem)).isEqualTo("unknown-model");
        assertThat(problem.getDetail()).contains("plants").contains("register");
    }

    @Test
    void whatIsAwayComesBack() {
        for (Throwable away : new Throwable[] {
            new ObjectStoreException("read of 'a' in bucket 'models' failed", null),
            new BrokerAwayException("no acknowledgement within 8 s", null)
        }) {
            // When
            HttpProblem problem = Problems.of(away).orElseThrow();

            // Then
            assertThat(problem.getStatusCode()).isEqualTo(503);
            assertThat(problem.getHeaders()).containsKey("Retry-After");
            assertThat(problem.getDetail()).isEqualTo(away.getMessage());
        }
    }

    @Test
    void aStatusThatJakartaDoesNotKnowIsTold() {
        // When
        HttpProblem problem = Problems.problem(Problems.UNPROCESSABLE_CONTENT, "no-head", "Unusable base", "has none")
                .build();

        // Then
        assertThat(problem.getStatusCode()).isEqualTo(422);
        assertThat(problem.getTitle()).isEqualTo("Unusable base");
        assertThat(Problems.name(problem)).isEqualTo("no-head");
    }

    @Test
    void mistakesOfOursAreNotBlamedOnTheCaller() {
        assertThat(Problems.of(new IllegalArgumentException("a bug"))).isEmpty();
    }
}
