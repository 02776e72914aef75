package io.hone.cli.push;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What is kept on disk about a push: what was acknowledged, and what failed. */
record Records(Optional<Journal> journal, Optional<FailureFile> failures) implements Closeable {

    static Records none() {
        return new Records(Optional.empty(), Optional.empty());
    }

    void add(List<Outcome> outcomes) {
        journal.ifPresent(kept -> kept.add(outcomes.stream()
                .filter(Outcome.Accepted.class::isInstance)
                .map(outcome -> ((Outcome.Accepted) outcome).image().digest())
                .toList()));
        failures.ifPresent(file -> outcomes.stream()
                .filter(Outcome.Failed.class::isInstance)
                .forEach(outcome -> file.add((Outcome.Failed) outcome)));
    }

    boolean wasAcknowledged(long digest) {
        return journal.map(kept -> kept.contains(digest)).orElse(false);
    }

    /** Images that an earlier push had acknowledged. */
    int acknowledgedBefore() {
        return journal.map(Journal::size).orElse(0);
    }

    @Override
    public void close() throws IOException {
        if (journal.isPresent()) {
            journal.get().close();
        }
        if (failures.isPresent()) {
            failures.get().close();
        }
    }
}
