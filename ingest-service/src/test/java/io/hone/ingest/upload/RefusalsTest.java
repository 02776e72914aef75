package io.hone.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.ingest.intake.BusyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    @Test
    void whoComesAtABusyTimeMayComeAgain() {
        // When
        HttpProblem problem = Refusals.problem(new BusyException("all are busy"));

        // Then
        assertThat(problem.getStatusCode()).isEqualTo(503);
        assertThat(problem.getHeaders()).containsEntry("Retry-After", 1L);
    }

    @Test
    void mistakesOfOursKeepTheirDetailsToThemselves() {
        // When
        HttpProblem problem = Refusals.problem(new IllegalStateException("password is 1234"));

        // Then
        assertThat(problem.getStatusCode()).isEqualTo(500);
        assertThat(problem.getDetail()).doesNotContain("1234");
    }
}
