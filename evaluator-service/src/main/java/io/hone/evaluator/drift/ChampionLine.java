package io.hone.evaluator.drift;

import io.hone.evaluator.drift.probation.Probation;
import io.hone.evaluator.drift.probation.Promise;
import java.util.List;
import java.util.Optional;

/**
 * All champions of a model so far.
 *
 * @param links the newest first
 * @param promise of the newest, if the gate promoted it
 * @param outcome of its probation, if that is over
 */
record ChampionLine(List<Reign> links, Optional<Promise> promise, Optional<Probation> outcome) {

    ChampionLine {
        links = List.copyOf(links);
    }

    Reign head() {
        return links.get(0);
    }

    /** The newest that was trained on nothing that came in at {@code offset} or later. */
    Optional<Reign> at(long offset) {
        return links.stream().filter(link -> link.mayPredict(offset)).findFirst();
    }

    /** The champion before the newest. */
    Optional<Reign> previous() {
        return head().entry().previousVersion().flatMap(version -> links.stream()
                .filter(link -> link.entry().version() == version)
                .findFirst());
    }
}
