package io.hone.evaluator.registration;

import io.hone.contracts.model.ModelName;

/** The topics that a model needs. */
public interface ModelTopics {

    /** Creates those that are missing, and leaves those that are there as they are. */
    void create(ModelName model);
}
