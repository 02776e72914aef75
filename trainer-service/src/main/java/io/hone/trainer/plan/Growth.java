package io.hone.trainer.plan;

import io.hone.contracts.Checks;
import io.hone.contracts.model.Classes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * When a label that the model does not know becomes one of its classes: once it can be learnt, and judged.
 *
 * @param images training images it must have; 0 for never
 * @param holdOutImages images it must have in the hold-out: a candidate with a class that cannot be judged would wait for
 *     a verdict, and all that follow with it
 */
public record Growth(int images, int holdOutImages) {

    public Growth {
        Checks.atLeast("new-classes.images", images, 0);
        Checks.atLeast("new-classes.hold-out-images", holdOutImages, 0);
    }

    /**
     * @param given classes of all versions, some of which may have grown from the known ones already: what became a
     *     class there takes the same place here
     * @param training how many training images there are of each label
     * @param holdOut how many hold-out images there are of each label
     * @return labels that may enter, in the order of those places, then of the alphabet
     */
    public List<String> admitted(
            Classes known, List<Classes> given, Map<String, Integer> training, Map<String, Integer> holdOut) {
        List<String> places = given.stream()
                .map(Classes::labels)
                .filter(labels -> labels.size() > known.size()
                        && labels.subList(0, known.size()).equals(known.labels()))
                .max(Comparator.comparing(List::size))
                .orElse(List.of());
        return training.entrySet().stream()
                .filter(label -> known.idOf(label.getKey()).isEmpty())
                .filter(label -> holdOut.getOrDefault(label.getKey(), 0) >= holdOutImages)
                .filter(label -> images > 0 && label.getValue() >= images)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing((String label) -> place(places, label))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static int place(List<String> places, String label) {
        int place = places.indexOf(label);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    /** The classes after growth: the known ones keep their ids. */
    public static Classes grown(Classes known, List<String> newClasses) {
        return new Classes(
                Stream.concat(known.labels().stream(), newClasses.stream()).toList());
    }

    /** Images whose labels the model does not know. */
    public static int waiting(Classes known, Map<String, Integer> countByLabel) {
        return countByLabel.entrySet().stream()
                .filter(label -> known.idOf(label.getKey()).isEmpty())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
