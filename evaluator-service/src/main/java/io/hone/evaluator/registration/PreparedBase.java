package io.hone.evaluator.registration;

import io.hone.contracts.Checks;
import io.hone.registry.version.Origin;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A base as it is published.
 *
 * @param origin what was done to the given file; absent when it is published as it is
 */
public record PreparedBase(Path torchScript, Optional<Origin> origin) {

    public PreparedBase {
        Checks.present("torchScript", torchScript);
        Checks.present("origin", origin);
    }
}
