package io.hone.contracts.drift;

import io.hone.contracts.Checks;
import io.hone.contracts.HoneEvent;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Finding;
import java.time.Instant;

/**
 * A champion is less often right about newly labelled images than it was, or than it should be; told on the topic {@code
 * drift}. Each image was predicted before anything was trained on it.
 *
 * @param at when it was noticed
 * @param offset of the labelled image by which it was noticed
 * @param champion the version that predicted
 * @param accuracyBefore what it was right about until then, or what was demanded of it, 0 to 1
 * @param accuracyAfter what it is right about since, 0 to 1
 * @param labels over how many labels {@code accuracyAfter} was measured: those since the change
 * @param finding what was looked at: {@code accuracy-change}, {@code promised-accuracy} or {@code accuracy-floor}
 */
public record DriftDetected(
        ModelName model,
        Instant at,
        long offset,
        int champion,
        double accuracyBefore,
        double accuracyAfter,
        int labels,
        Finding finding)
        implements HoneEvent {

    public DriftDetected {
        Checks.present("model", model);
        Checks.present("at", at);
        Checks.atLeast("offset", offset, 0);
        Checks.atLeast("champion", champion, 1);
        Checks.within("accuracyBefore", accuracyBefore, 0, 1);
        Checks.within("accuracyAfter", accuracyAfter, 0, 1);
        Checks.atLeast("labels", labels, 1);
        Checks.present("finding", finding);
    }
}
