package io.hone.evaluator.registration;

import io.hone.contracts.Checks;
import io.hone.contracts.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The network that a model begins with.
 *
 * @param weights laid into the network, by name and shape, where there are some
 * @param head name of the head's module, where it is not the last linear layer
 * @param replaceHead whether the network's head, which knows other classes, makes room for a fresh one
 */
public record NewBase(Path torchScript, Optional<Path> weights, Optional<String> head, boolean replaceHead) {

    public NewBase {
        Checks.present("torchScript", torchScript);
        Checks.present("weights", weights);
        Checks.present("head", head);
    }

    /** A network that is taken as it is. */
    public static NewBase of(Path torchScript) {
        return new NewBase(torchScript, Optional.empty(), Optional.empty(), false);
    }

    String sha256() {
        return sha256(torchScript);
    }

    static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** What is to be done to the network; empty for one that is taken as it is. */
    Map<String, Object> changes() {
        Map<String, Object> changes = new TreeMap<>();
        weights.ifPresent(file -> changes.put("weights", sha256(file)));
        head.ifPresent(module -> changes.put("head", module));
        if (replaceHead) {
            changes.put("replaceHead", true);
        }
        return changes;
    }
}
