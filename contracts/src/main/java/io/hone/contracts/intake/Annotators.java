package io.hone.contracts.intake;

import io.hone.contracts.Checks;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Annotators by name. Written with commas between them, so that no name can hold one. */
public record Annotators(Set<String> names) {

    public static final Annotators NONE = new Annotators(Set.of());

    private static final int MOST = 1000;
    private static final int MAX_LENGTH = 200;

    public Annotators {
        names = Collections.unmodifiableSet(new LinkedHashSet<>(Checks.present("annotators", names)));
        Checks.within("number of annotators", names.size(), 0, MOST);
        names.forEach(name -> Checks.line("annotator", name, MAX_LENGTH));
    }

    /** Nobody for a blank text. */
    public static Annotators parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        if (text.startsWith("[") && text.endsWith("]")) {
            throw new IllegalArgumentException("one text such as \"ada,grace\", no list");
        }
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(text.split(",", -1)).map(String::strip).forEach(names::add);
        return new Annotators(names);
    }

    @Override
    public String toString() {
        return String.join(",", names);
    }
}
