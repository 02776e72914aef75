package io.hone.ingest.task;

import io.hone.contracts.model.ModelName;
import io.hone.ingest.intake.Intake;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.registry.UnknownModelException;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/** The model in a request's path. */
@Singleton
public class FeedModels {

    private final Intake intake;

    FeedModels(Intake intake) {
        this.intake = intake;
    }

    /**
     * Names the model in all that this request logs.
     *
     * @throws InvalidFieldException if it is no name of a model
     * @throws UnknownModelException if it is not registered
     */
    public ModelName require(String name) {
        ModelName model = InvalidFieldException.parse("model", name, () -> new ModelName(name));
        MDC.put("model", name);
        intake.require(model);
        return model;
    }
}
