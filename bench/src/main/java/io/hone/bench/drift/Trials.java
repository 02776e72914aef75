package io.hone.bench.drift;

import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Shows detectors many streams of answers, the same to each detector.
 *
 * @param streams how many
 */
record Trials(long seed, int streams) {

    /** Labels of a stream in which nothing changes. */
    private static final int UNCHANGED = 5000;

    /** After the change. */
    private static final int PATIENCE = 3000;

    /** ADWIN looks at each so-many-th answer. */
    private static final int STEP = 32;

    /** Answers of a stream: of the same number, the same. */
    @FunctionalInterface
    interface Answers {
        boolean isRight(SplittableRandom random, int label);
    }

    static Answers always(double accuracy) {
        return (random, label) -> random.nextDouble() < accuracy;
    }

    /** Labels by which something is noticed that is not there, of 10,000. */
    double falseAlarms(Supplier<Detector> detectors, Answers answers) {
        long alarms = 0;
        for (int stream = 0; stream < streams; stream++) {
            Detector detector = detectors.get();
            SplittableRandom random = new SplittableRandom(seed + stream);
            for (int label = 0; label < UNCHANGED; label++) {
                alarms += detector.add(answers.isRight(random, label)) ? 1 : 0;
            }
        }
        return alarms * 10_000.0 / ((long) UNCHANGED * streams);
    }

    /** @param known labels before the change, and some more: a detector that looks now and then is not to be met in step */
    Delays delays(Supplier<Detector> detectors, int known, Answers before, Answers after) {
        return new Delays(IntStream.range(0, streams)
                .mapToObj(stream -> {
                    Detector detector = detectors.get();
                    SplittableRandom random = new SplittableRandom(seed + stream);
                    int until = known + random.nextInt(STEP);
                    for (int label = 0; label < until; label++) {
                        detector.add(before.isRight(random, label));
                    }
                    return delay(detector, random, until, after);
                })
                .toList());
    }

    private static int delay(Detector detector, SplittableRandom random, int known, Answers after) {
        for (int label = 0; label < PATIENCE; label++) {
            if (detector.add(after.isRight(random, known + label))) {
                return label + 1;
            }
        }
        return Delays.NEVER;
    }
}
