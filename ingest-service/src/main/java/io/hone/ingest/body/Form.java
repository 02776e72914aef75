package io.hone.ingest.body;

import io.hone.platform.problem.InvalidFieldException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A multipart form that is here as a whole. Its larger parts are in a file, which is gone when it is closed. */
public final class Form implements AutoCloseable {

    private final Bodies bodies;
    private final Spool spool;
    private final Map<String, List<Part>> parts = new HashMap<>();

    Form(Bodies bodies, Spool spool) {
        this.bodies = bodies;
        this.spool = spool;
    }

    void add(String name, Part part) {
        parts.computeIfAbsent(name, first -> new ArrayList<>()).add(part);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /**
     * A part in the charset that it names, or else UTF-8, whether it was sent as a file or not; null when there is none.
     *
     * @throws InvalidFieldException if there are several, or it has more bytes than allowed
     */
    public String text(String name) {
        List<Part> named = named(name);
        if (named.size() > 1) {
            throw new InvalidFieldException(
                    name, null, "%s is given %d times, must be given once".formatted(name, named.size()));
        }
        return named.stream().map(part -> text(name, part)).findFirst().orElse(null);
    }

    private String text(String name, Part part) {
        bodies.requireTextSize(name, part.size());
        return new String(part.bytes(), part.charset());
    }

    /**
     * All parts of this name in the order of the request.
     *
     * @throws InvalidFieldException if there is none
     */
    public List<ImageSource> images(String name) {
        List<Part> named = named(name);
        if (named.isEmpty()) {
            throw new InvalidFieldException(name, null, "part %s is missing".formatted(name));
        }
        return named.stream()
                .<ImageSource>map(part -> () -> {
                    bodies.requireImageSize(part.size());
                    return part.bytes();
                })
                .toList();
    }

    private List<Part> named(String name) {
        return parts.getOrDefault(name, List.of());
    }

    @Override
    public void close() {
        spool.close();
    }
}
