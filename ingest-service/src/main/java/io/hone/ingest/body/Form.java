package io.hone.ingest.body;

import io.hone.images.UnreadableImageException;
import io.hone.platform.problem.InvalidFieldException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload.FileItem;

/** A multipart form that is here as a whole. Its larger parts are files, which are gone when it is closed. */
public final class Form implements AutoCloseable {

    private final Bodies bodies;
    private final Map<String, List<FileItem>> parts;

    Form(Bodies bodies, Map<String, List<FileItem>> parts) {
        this.bodies = bodies;
        this.parts = parts;
    }

    /**
     * A part in the charset that it names, or else UTF-8, whether it was sent as a file or not; null when there is none.
     *
     * @throws InvalidFieldException if there are several, or it has more bytes than allowed
     */
    public String text(String name) {
        List<FileItem> named = named(name);
        if (named.size() > 1) {
            throw new InvalidFieldException(
                    name, null, "%s is given %d times, must be given once".formatted(name, named.size()));
        }
        return named.stream().map(part -> text(name, part)).findFirst().orElse(null);
    }

    private String text(String name, FileItem part) {
        bodies.requireTextSize(name, part.getSize());
        return part.getString();
    }

    /**
     * All parts of this name in the order of the request.
     *
     * @throws InvalidFieldException if there is none
     */
    public List<ImageSource> images(String name) {
        List<FileItem> named = named(name);
        if (named.isEmpty()) {
            throw new InvalidFieldException(name, null, "part %s is missing".formatted(name));
        }
        return named.stream().<ImageSource>map(part -> () -> bytes(part)).toList();
    }

    private byte[] bytes(FileItem part) throws UnreadableImageException {
        try (InputStream in = part.getInputStream()) {
            return bodies.read(in, part.getSize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<FileItem> named(String name) {
        return parts.getOrDefault(name, List.of());
    }

    @Override
    public void close() {
        parts.values().forEach(named -> named.forEach(FileItem::delete));
    }
}
