package io.hone.ingest.body;

import io.hone.platform.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload.FileCountLimitExceededException;
import org.apache.commons.fileupload.FileItem;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.MultipartStream.MalformedStreamException;
import org.apache.commons.fileupload.UploadContext;
import org.apache.commons.fileupload.disk.DiskFileItemFactory;

/** Reads {@code multipart/form-data} (RFC 7578). */
public final class Forms {

    /** Parts of fewer bytes stay in memory: many images are that small, and a file for each costs more than all else. */
    private static final int SMALLEST_FILE = 4 << 10;

    /** Of a part, kept in memory with it: names of files are in there, and some systems' are long. */
    private static final int MOST_HEADER_BYTES = 4 << 10;

    private static final int UNTOLD = -1;

    private final Bodies bodies;
    private final Path folder;
    private final int maxParts;

    /** @param folder for the larger parts, while they are needed */
    Forms(Bodies bodies, Path folder, int maxParts) {
        this.bodies = bodies;
        this.folder = folder;
        this.maxParts = maxParts;
    }

    /** Bytes that a form takes in memory at most, as long as none of its parts is asked for. */
    public int mostInMemory() {
        return maxParts * (SMALLEST_FILE + MOST_HEADER_BYTES);
    }

    /**
     * Returns once all of the form is here.
     *
     * @param contentType with the boundary
     * @throws HttpProblem if it is no form, has too many parts, or ends early
     */
    Form read(String contentType, InputStream body) {
        return new Form(bodies, parts(new Request(contentType, new ArrivingBody(body))));
    }

    private Map<String, List<FileItem>> parts(Request request) {
        FileUpload upload = new FileUpload(factory());
        upload.setFileCountMax(maxParts);
        upload.setPartHeaderSizeMax(MOST_HEADER_BYTES);
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        try {
            Map<String, List<FileItem>> parts = upload.parseParameterMap(request);
            if (parts.isEmpty()) {
                throw unreadable();
            }
            return parts;
        } catch (FileCountLimitExceededException e) {
            throw tooManyParts();
        } catch (FileUploadException e) {
            if (e.getCause() instanceof IOException ours && !(ours instanceof MalformedStreamException)) {
                throw new UncheckedIOException(ours);
            }
            throw unreadable();
        }
    }

    private DiskFileItemFactory factory() {
        DiskFileItemFactory factory = new DiskFileItemFactory(SMALLEST_FILE, folder.toFile());
        factory.setDefaultCharset(StandardCharsets.UTF_8.name());
        return factory;
    }

    private HttpProblem tooManyParts() {
        return Problems.problem(
                        Status.REQUEST_ENTITY_TOO_LARGE,
                        "too-many-parts",
                        "Form has too many parts",
                        "the form has more than the %d parts that are allowed: split it".formatted(maxParts))
                .with("field", "form")
                .with("limit", maxParts)
                .build();
    }

    private static HttpProblem unreadable() {
        return Problems.problem(
                        Status.BAD_REQUEST,
                        "unreadable-form",
                        "Form cannot be read",
                        "the form ends before its last part does, or has none: is the boundary in Content-Type the one between its parts?")
                .with("field", "form")
                .build();
    }

    private record Request(String contentType, InputStream body) implements UploadContext {

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }

        /** Nobody has said; the parts tell. */
        @Override
        public String getCharacterEncoding() {
            return null;
        }

        @Override
        public long contentLength() {
            return UNTOLD;
        }

        @Override
        @Deprecated
        public int getContentLength() {
            return UNTOLD;
        }
    }
}
