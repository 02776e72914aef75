package io.hone.contracts.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hone.contracts.Checks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The classes a model tells apart, in the order of its outputs: the position is the class id. Written as
 * {@code synset.txt}, one class a line.
 */
public final class Classes {

    /** The longest label that is accepted anywhere. */
    public static final int MAX_LABEL_LENGTH = 200;

    private final List<String> labels;
    private final Map<String, Integer> ids = new HashMap<>();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Classes(List<String> labels) {
        this.labels = List.copyOf(Checks.present("classes", labels));
        Checks.atLeast("classes", this.labels.size(), 2);
        for (String label : this.labels) {
            Checks.line("class", label, MAX_LABEL_LENGTH);
            if (ids.putIfAbsent(label, ids.size()) != null) {
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

    @JsonValue
    public List<String> labels() {
        return labels;
    }

    public int size() {
        return labels.size();
    }

    public String label(int classId) {
        return labels.get(classId);
    }

    /** Empty when the model does not know the label. */
    public OptionalInt idOf(String label) {
        Integer id = ids.get(label);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Classes classes && labels.equals(classes.labels);
    }

    @Override
    public int hashCode() {
        return labels.hashCode();
    }

    @Override
    public String toString() {
        return labels.toString();
    }
}
