package io.hone.registry.version;

import io.hone.contracts.Checks;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.Preprocessing;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known about a version, written last: a version without it does not exist.
 *
 * @param classes in the order of the network's outputs
 * @param sha256 of {@code model.pt}
 * @param bytes length of {@code model.pt}
 * @param software names and versions of what made it
 * @param training how it was trained; absent for a registered base
 * @param head name of the head's module, where it was said at registration; otherwise it is found
 * @param origin what registration did to the file that was given; absent when it was taken as it was
 */
public record Manifest(
        ModelName model,
        int version,
        Instant createdAt,
        Classes classes,
        Preprocessing preprocessing,
        String sha256,
        long bytes,
        Map<String, String> software,
        Optional<Training> training,
        Optional<String> head,
        Optional<Origin> origin) {

    public Manifest {
        Checks.present("model", model);
        Checks.atLeast("version", version, 1);
        Checks.present("createdAt", createdAt);
        Checks.present("classes", classes);
        Checks.present("preprocessing", preprocessing);
        Checks.sha256("sha256", sha256);
        Checks.atLeast("bytes", bytes, 1);
        software = Map.copyOf(Checks.present("software", software));
        Checks.present("training", training);
        head = head == null ? Optional.empty() : head;
        origin = origin == null ? Optional.empty() : origin;
    }
}
