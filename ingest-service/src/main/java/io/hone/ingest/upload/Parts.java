package io.hone.ingest.upload;

import io.hone.images.UnreadableImageException;
import io.hone.platform.problem.InvalidFieldException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The parts of a multipart request by name. */
final class Parts {

    private final MultipartFormDataInput form;
    private final Bodies bodies;

    Parts(MultipartFormDataInput form, Bodies bodies) {
        this.form = form;
        this.bodies = bodies;
    }

    /** Null when there is no such part. */
    String text(String name) {
        Collection<FormValue> values = form.getValues().getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new InvalidFieldException(
                    name, null, "%s is given %d times, must be given once".formatted(name, values.size()));
        }
        return values.stream().map(value -> text(name, value)).findFirst().orElse(null);
    }

    private String text(String name, FormValue value) {
        if (!value.isFileItem()) {
            return value.getValue();
        }
        try (InputStream in = value.getFileItem().getInputStream()) {
            return bodies.text(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All parts of this name in the order of the request, at least one. */
    List<FileItem> files(String name) {
        List<FormValue> values = List.copyOf(form.getValues().getOrDefault(name, List.of()));
        if (values.isEmpty()) {
            throw new InvalidFieldException(name, null, "part %s is missing".formatted(name));
        }
        return values.stream().map(value -> file(name, value)).toList();
    }

    private static FileItem file(String name, FormValue value) {
        if (!value.isFileItem()) {
            throw new InvalidFieldException(
                    name, null, "part %s is text: send it as a file, with a file name".formatted(name));
        }
        return value.getFileItem();
    }

    byte[] bytes(FileItem file) throws UnreadableImageException {
        try (InputStream in = file.getInputStream()) {
            return bodies.read(in, file.getFileSize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
