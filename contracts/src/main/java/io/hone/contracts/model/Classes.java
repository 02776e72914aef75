package io.hone.contracts.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hone.contracts.Checks;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The classes a model tells apart, in the order of its outputs: the position is the class id. Written as
 * {@code synset.txt}, one class a line.
 */
public record Classes(@JsonValue List<String> labels) {

    /** The longest label that is accepted anywhere. */
    public static final int MAX_LABEL_LENGTH = 200;

    @JsonCreator
    public Classes {
        labels = List.copyOf(Checks.present("classes", labels));
        Checks.atLeast("classes", labels.size(), 2);
        Set<String> seen = new HashSet<>();
        for (String label : labels) {
            Checks.line("class", label, MAX_LABEL_LENGTH);
            if (!seen.add(label)) {
                throw new IllegalArgumentException("class '%s' is listed twice".formatted(label));
            }
        }
    }

    public static Classes of(String... labels) {
        return new Classes(List.of(labels));
    }

    public static Classes fromSynset(String synset) {
        return new Classes(synset.lines().filter(line -> !line.isBlank()).toList());
    }

    public String toSynset() {
        return String.join("\n", labels) + "\n";
    }

    public int size() {
        return labels.size();
    }

    public String label(int classId) {
        return labels.get(classId);
    }

    /** Empty when the model does not know the label. */
    public OptionalInt idOf(String label) {
        int index = labels.indexOf(label);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }
}
