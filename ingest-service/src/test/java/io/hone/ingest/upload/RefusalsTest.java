package io.hone.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.ingest.TestImages;
import io.hone.ingest.intake.DecodeSlots;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    @Test
    void whoComesAtABusyTimeMayComeAgain() {
        // Given
        DecodeSlots none = new DecodeSlots(new ImageDecoder(ImageLimits.DEFAULT), 0, Duration.ZERO);
        Throwable busy = Assertions.catchThrowable(() -> none.check(TestImages.png(1)));

        // When
        HttpProblem problem = Refusals.problem(busy);

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
