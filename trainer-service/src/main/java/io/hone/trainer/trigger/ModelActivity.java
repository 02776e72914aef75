package io.hone.trainer.trigger;

import java.time.Instant;

/**
 * What has happened to a model since its last run.
 *
 * @param newImages images that arrived since the last run was planned
 * @param lastRunAt when the last run was planned; without one, when the model became this process's
 */
public record ModelActivity(int newImages, Instant lastRunAt) {}
