package io.hone.ingest.upload;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.ingest.intake.Intake;
import io.hone.ingest.intake.IntakeMetrics;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.platform.problem.Problems;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.MDC;

/** The model in a request's path. */
@Singleton
public class Models {

    private final Intake intake;
    private final IntakeMetrics metrics;

    Models(Intake intake, IntakeMetrics metrics) {
        this.intake = intake;
        this.metrics = metrics;
    }

    /** Names the model in all that this request logs; throws what is answered with 400, 404 or 503. */
    public ModelSettings require(String name) {
        try {
            ModelName model = InvalidFieldException.parse("model", name, () -> new ModelName(name));
            MDC.put("model", name);
            return intake.require(model);
        } catch (RuntimeException e) {
            metrics.refused(Optional.empty(), Problems.name(Refusals.problem(e)));
            throw e;
        }
    }
}
