package io.hone.cli.push.source;

import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a label is called: sources may have numbers for classes, which mean nothing to others. */
public final class ClassList {

    private static final int MOST = 100_000;
    private static final int LONGEST_NUMBER = 9;

    private final List<String> classes;
    private final Set<String> names;

    private ClassList(List<String> classes) {
        this.classes = List.copyOf(classes);
        this.names = new HashSet<>(classes);
    }

    /** Without a list no number is a label. */
    public static ClassList none() {
        return new ClassList(List.of());
    }

    /** One class a line, as in {@code synset.txt}: line i, from 0, is class i. */
    public static ClassList read(Path file) throws IOException {
        List<String> classes = new ArrayList<>();
        try (Lines lines = new Lines(file)) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                classes.add(line.get().strip());
                if (classes.size() > MOST) {
                    throw new CommandFailure(
                            "%s has more than %d lines".formatted(file, MOST),
                            "A class list has one class a line; line i, from 0, is class i.");
                }
            }
        }
        return new ClassList(classes);
    }

    /** @throws UnusableException if it is missing, or a number that stands for no known class */
    String label(String text) throws UnusableException {
        if (text.isBlank()) {
            throw new UnusableException("it has no label");
        }
        boolean isNumber = text.length() <= LONGEST_NUMBER && text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
        if (!isNumber || names.contains(text)) {
            return text;
        }
        int id = Integer.parseInt(text);
        if (classes.isEmpty()) {
            throw new UnusableException(
                    "its label is a number: say with --classes FILE which class each number is, a class a line");
        }
        if (id >= classes.size() || classes.get(id).isEmpty()) {
            throw new UnusableException(
                    "its label is a number for which the class list has no class; it has %d lines, from 0 on"
                            .formatted(classes.size()));
        }
        return classes.get(id);
    }
}
