package io.hone.cli.push.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Deals names out like cards, one of each label in turn. */
final class Dealing implements Entries {

    private final Deque<Hand> round;
    private final BiFunction<String, String, Entry> entry;

    record Hand(String label, Iterator<String> names) {}

    /** @param entry of label and name */
    Dealing(List<Hand> hands, BiFunction<String, String, Entry> entry) {
        this.round = new ArrayDeque<>(hands);
        this.entry = entry;
    }

    @Override
    public Optional<Entry> next() {
        while (!round.isEmpty()) {
            Hand hand = round.poll();
            if (hand.names().hasNext()) {
                round.add(hand);
                return Optional.of(entry.apply(hand.label(), hand.names().next()));
            }
        }
        return Optional.empty();
    }
}
