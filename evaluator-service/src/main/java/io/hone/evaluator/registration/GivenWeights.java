package io.hone.evaluator.registration;

import io.hone.registry.version.Origin.LaidWeights;
import io.hone.vision.archive.LayingReport;
import io.hone.vision.archive.NotWeightsException;
import io.hone.vision.archive.WeightLaying;
import java.nio.file.Path;
import java.util.List;

/** Lays the weights of a second file into a network. */
final class GivenWeights {

    /** Names enough to see how the two files' differ. */
    private static final int SOME = 3;

    private GivenWeights() {}

    static LaidWeights lay(Path torchScript, Path weights, Path to) {
        LayingReport report = report(torchScript, weights, to);
        if (report.taken().isEmpty()) {
            throw new UnusableBaseException(
                    "weights",
                    "no-weights-match",
                    ("none of the weights fits: torchScript has %s; weights has %s. Tensors are matched by name and shape:"
                                    + " rename them, or give the weights of this architecture")
                            .formatted(some(report.anew()), some(report.unused())));
        }
        return new LaidWeights(NewBase.sha256(weights), report.taken(), report.anew(), report.unused());
    }

    private static LayingReport report(Path torchScript, Path weights, Path to) {
        try {
            return WeightLaying.lay(torchScript, weights, to);
        } catch (NotWeightsException e) {
            throw new UnusableBaseException("weights", "not-weights", withoutFileName(weights, e), e);
        }
    }

    /** The upload's name on this machine says nothing to who sent it. */
    private static String withoutFileName(Path weights, NotWeightsException e) {
        return e.getMessage().replace(weights.getFileName().toString(), "weights");
    }

    private static String some(List<String> names) {
        if (names.isEmpty()) {
            return "no others";
        }
        String first = String.join(", ", names.subList(0, Math.min(SOME, names.size())));
        return names.size() > SOME ? "%s and %d more".formatted(first, names.size() - SOME) : first;
    }
}
