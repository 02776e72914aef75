package io.hone.trainer.plan;

import io.hone.contracts.Checks;
import io.hone.contracts.model.Classes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * When a label that the model does not know becomes one of its classes.
 *
 * @param images training images it must have; 0 for never
 */
public record Growth(int images) {

    public Growth {
        Checks.atLeast("new-classes.images", images, 0);
    }

    /** @return labels that may enter, in alphabetical order */
    public List<String> admitted(Classes known, Map<String, Integer> countByLabel) {
        return countByLabel.entrySet().stream()
                .filter(label -> known.idOf(label.getKey()).isEmpty())
                .filter(label -> images > 0 && label.getValue() >= images)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
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
