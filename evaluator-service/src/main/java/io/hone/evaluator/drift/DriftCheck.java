package io.hone.evaluator.drift;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while its threads are: without them nobody would notice a champion that has become worse. */
@Liveness
@Singleton
class DriftCheck implements HealthCheck {

    private final DriftWatch watch;

    DriftCheck(DriftWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("drift").status(watch.isRunning()).build();
    }
}
