package io.hone.trainer.trigger;

import io.hone.contracts.model.ModelName;
import java.time.Instant;

/**
 * What has happened to a model since its last run.
 *
 * @param newImages images that arrived since the last run was planned
 * @param lastRunAt when the last run was planned; without one, when the model became this process's
 * @param lastRunOffset the first record that the last run has not seen; without one, 0
 * @param nextOffset the first record that has not been read yet
 */
public record ModelActivity(ModelName model, int newImages, Instant lastRunAt, long lastRunOffset, long nextOffset) {}
