package io.hone.contracts.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hone.contracts.Checks;
import java.util.List;
import java.util.Optional;

/**
 * Champion and candidate on the same images, in full: all that a gate may look at, and that people want to see.
 *
 * @param classes every class of either, in the order of the candidate's ids
 * @param slices those with enough images to say anything
 * @param golden on the images that must not fall, a part of the hold-out; {@link PairedOutcomes#NONE} without any
 * @param best of the champions before, the one that the candidate stays farthest below; absent where it stays farther
 *     below the present one
 * @param unasked champions before that nobody could compare with, so that one of them may be better still
 */
public record Report(
        Performance champion,
        Performance candidate,
        List<ClassPair> classes,
        List<Slice> slices,
        PairedOutcomes golden,
        Optional<BestSoFar> best,
        Hygiene hygiene,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> unasked) {

    public Report {
        Checks.present("champion", champion);
        Checks.present("candidate", candidate);
        classes = List.copyOf(Checks.present("classes", classes));
        slices = List.copyOf(Checks.present("slices", slices));
        Checks.present("golden", golden);
        Checks.present("best", best);
        Checks.present("hygiene", hygiene);
        unasked = unasked == null ? List.of() : List.copyOf(unasked);
    }

    /** Of a model all of whose champions could be compared with. */
    public Report(
            Performance champion,
            Performance candidate,
            List<ClassPair> classes,
            List<Slice> slices,
            PairedOutcomes golden,
            Optional<BestSoFar> best,
            Hygiene hygiene) {
        this(champion, candidate, classes, slices, golden, best, hygiene, List.of());
    }

    public Report withUnasked(List<Integer> versions) {
        return new Report(champion, candidate, classes, slices, golden, best, hygiene, versions);
    }

    /** On images of the classes that both know. */
    public PairedOutcomes shared() {
        return sum(true);
    }

    /** On images of the classes that only the candidate knows. */
    public PairedOutcomes added() {
        return sum(false);
    }

    private PairedOutcomes sum(boolean known) {
        return classes.stream()
                .filter(each -> each.known() == known)
                .map(ClassPair::paired)
                .reduce(PairedOutcomes.NONE, PairedOutcomes::plus);
    }
}
