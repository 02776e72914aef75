package io.hone.evaluator.drift;

import io.hone.evaluator.Manifests;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Labels that follow from their offsets, so that what must have been counted follows from the next offset. Run as a
 * process, it counts them until somebody kills it, and prints each offset up to which it has.
 */
final class EndlessLabels {

    private static final int IMAGES = 5000;
    private static final int BATCH = 7;

    private EndlessLabels() {}

    public static void main(String[] arguments) {
        try (IncomingLabels labels = IncomingLabels.open(Labels.MODEL, Path.of(arguments[0]), Labels.MEMORY)) {
            while (true) {
                while (labels.next(BATCH).size() < BATCH) {
                    bring(labels, labels.nextOffset());
                }
                count(labels);
                System.out.println(labels.state().nextOffset());
            }
        }
    }

    private static void bring(IncomingLabels labels, long offset) {
        Random record = new Random(offset);
        switch (record.nextInt(10)) {
            case 0 -> labels.skip(offset);
            case 1 -> labels.remove(Labels.id(record.nextInt(IMAGES)), offset);
            default -> {
                int number = record.nextInt(IMAGES);
                labels.put(Labels.arrival(number, offset).image(), Labels.pixels(number));
            }
        }
    }

    private static void count(IncomingLabels labels) {
        List<Arrival> batch = labels.next(BATCH);
        Tally tally = new Tally(labels.state(), Labels.MODEL, Labels.SETTINGS, Manifests.NOW);
        labels.unseen(batch)
                .forEach(arrival -> tally.add(Labels.answer(
                        arrival.image().offset(), isRight(arrival.image().offset()), Labels.base())));
        labels.counted(batch, tally.state());
    }

    private static boolean isRight(long offset) {
        return new Random(~offset).nextInt(10) < 8;
    }

    /** What must be known after all records before {@code nextOffset}, each image counted once. */
    static DriftState expected(long nextOffset) {
        Set<Integer> seen = new HashSet<>();
        Tally tally = new Tally(DriftState.NEW, Labels.MODEL, Labels.SETTINGS, Manifests.NOW);
        for (long offset = 0; offset < nextOffset; offset++) {
            Random record = new Random(offset);
            if (record.nextInt(10) > 1 && seen.add(record.nextInt(IMAGES))) {
                tally.add(Labels.answer(offset, isRight(offset), Labels.base()));
            }
        }
        return tally.state().readUpTo(nextOffset);
    }
}
