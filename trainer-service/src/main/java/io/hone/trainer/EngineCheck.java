package io.hone.trainer;

import io.hone.vision.classifier.Classifiers;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the engine has loaded; names the device that runs train on. */
@Readiness
@Singleton
class EngineCheck implements HealthCheck {

    private final Classifiers classifiers;

    EngineCheck(Classifiers classifiers) {
        this.classifiers = classifiers;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("engine")
                .up()
                .withData("version", Classifiers.engineVersion())
                .withData("device", classifiers.device())
                .build();
    }
}
