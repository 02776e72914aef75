package io.hone.registry.version;

import io.hone.contracts.Checks;
import java.util.List;
import java.util.Optional;

/**
 * What registration did to the file that was given.
 *
 * @param sha256 of the given file
 * @param replacedClasses how many classes the given file's head told apart, when it was replaced by a fresh one
 * @param weights what was taken of a second file, when there was one
 */
public record Origin(String sha256, Optional<Integer> replacedClasses, Optional<LaidWeights> weights) {

    public Origin {
        Checks.sha256("sha256", sha256);
        Checks.present("replacedClasses", replacedClasses);
        Checks.present("weights", weights);
    }

    /**
     * Weights of a second file laid into the architecture of the first, matched by name and shape.
     *
     * @param sha256 of the second file
     * @param taken names of the tensors that matched
     * @param anew names of the architecture's tensors that did not, each with the reason
     * @param unused names of the second file's tensors that fit nowhere
     */
    public record LaidWeights(String sha256, List<String> taken, List<String> anew, List<String> unused) {
        public LaidWeights {
            Checks.sha256("sha256", sha256);
            taken = List.copyOf(taken);
            anew = List.copyOf(anew);
            unused = List.copyOf(unused);
        }
    }
}
