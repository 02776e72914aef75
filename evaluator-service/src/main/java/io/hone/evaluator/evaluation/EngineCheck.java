package io.hone.evaluator.evaluation;

import io.hone.vision.classifier.Classifiers;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the engine has started: its native libraries fit this machine, and the chosen device is there. */
@Readiness
@Singleton
class EngineCheck implements HealthCheck {

    private final Classifiers classifiers;

    EngineCheck(Classifiers classifiers) {
        this.classifiers = classifiers;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return HealthCheckResponse.named("engine")
                    .up()
                    .withData("device", classifiers.device())
                    .build();
        } catch (RuntimeException | LinkageError e) {
            return HealthCheckResponse.named("engine")
                    .down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
