package io.hone.evaluator.report;

import io.hone.contracts.verdict.Confusion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a version takes the images of each class for. */
final class Confusions {

    private Confusions() {}

    /** In the order of the labels, then of the classes taken for them. */
    static List<Confusion> of(AnswerSheet sheet) {
        Map<String, Integer> places = places(ClassScores.labels(sheet));
        Map<Long, Confusion> counts = new TreeMap<>();
        for (int image = 0; image < sheet.size(); image++) {
            String label = sheet.label(image);
            String taken = sheet.taken(image);
            long place = (long) places.get(label) * places.size() + places.get(taken);
            counts.merge(
                    place,
                    new Confusion(label, taken, 1),
                    (before, one) -> new Confusion(label, taken, before.images() + 1));
        }
        return List.copyOf(counts.values());
    }

    private static Map<String, Integer> places(List<String> labels) {
        Map<String, Integer> places = new HashMap<>();
        labels.forEach(label -> places.put(label, places.size()));
        return places;
    }
}
