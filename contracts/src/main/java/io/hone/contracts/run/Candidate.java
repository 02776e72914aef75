package io.hone.contracts.run;

import io.hone.contracts.Checks;
import io.hone.contracts.HoneEvent;
import io.hone.contracts.model.ModelName;
import java.time.Instant;

/**
 * A trained version awaiting its verdict, told on the topic {@code candidates} after its manifest is written.
 *
 * @param baseVersion the version it was trained from
 * @param run the run that trained it
 * @param sha256 of its {@code model.pt}
 */
public record Candidate(ModelName model, int version, Instant at, int baseVersion, String run, String sha256)
        implements HoneEvent {

    public Candidate {
        Checks.present("model", model);
        Checks.atLeast("version", version, 2);
        Checks.present("at", at);
        Checks.within("baseVersion", baseVersion, 1, version - 1);
        Checks.line("run", run, 100);
        Checks.sha256("sha256", sha256);
    }
}
