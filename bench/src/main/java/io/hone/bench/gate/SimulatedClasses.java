package io.hone.bench.gate;

import io.hone.contracts.model.Classes;
import java.util.stream.IntStream;

/** Ten classes, the most frequent three times as frequent as the rarest; the rarer, the harder. */
final class SimulatedClasses {

    static final int COUNT = 10;

    static final Classes CLASSES =
            new Classes(IntStream.range(0, COUNT).mapToObj(i -> "class-" + i).toList());

    private static final double EASIEST = 0.9;
    private static final double HARDER = 0.02;

    /** Below which a throw falls into a class or one before it. */
    private static final double[] UP_TO = upTo();

    private SimulatedClasses() {}

    private static double share(int classId) {
        return 1 / Math.sqrt(1.0 + 8.0 * classId / (COUNT - 1));
    }

    private static double[] upTo() {
        double all =
                IntStream.range(0, COUNT).mapToDouble(SimulatedClasses::share).sum();
        double[] upTo = new double[COUNT];
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += share(i) / all;
            upTo[i] = sum;
        }
        upTo[COUNT - 1] = 1;
        return upTo;
    }

    static int of(double thrown) {
        int classId = 0;
        while (thrown >= UP_TO[classId]) {
            classId++;
        }
        return classId;
    }

    /** Of the first champion: from 90 % on the most frequent class to 72 % on the rarest. */
    static double accuracy(int classId) {
        return EASIEST - HARDER * classId;
    }

    static double meanAccuracy() {
        return IntStream.range(0, COUNT)
                .mapToDouble(i -> (UP_TO[i] - (i == 0 ? 0 : UP_TO[i - 1])) * accuracy(i))
                .sum();
    }
}
