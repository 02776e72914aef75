package io.hone.vision.archive;

import java.util.List;

/**
 * What became of each tensor when weights were laid into an architecture, all by name, in the order of registration.
 *
 * @param taken those whose name and shape were found among the weights
 * @param anew those that keep the architecture's own numbers, each with the reason, such as
 *     {@code fc.weight: shape [10, 512], the weights have [1000, 512]}
 * @param unused those of the weights that found no place
 */
public record LayingReport(List<String> taken, List<String> anew, List<String> unused) {

    public LayingReport {
        taken = List.copyOf(taken);
        anew = List.copyOf(anew);
        unused = List.copyOf(unused);
    }
}
