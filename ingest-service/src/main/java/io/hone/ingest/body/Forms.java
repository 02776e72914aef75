package io.hone.ingest.body;

import io.hone.platform.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** Reads {@code multipart/form-data} (RFC 7578). */
public final class Forms {

    /** Parts of fewer bytes stay in memory. */
    private static final int SMALLEST_SPOOLED = 4 << 10;

    /** Names of files are in there, and some systems' are long. */
    private static final int LONGEST_HEADER = 4 << 10;

    private static final int MOST_HEADERS = 20;

    /** What a part takes beside its content: its name, and its place in the form. */
    private static final int PART_BYTES = 2 * PartHeaders.LONGEST_NAME + 512;

    /** Strict, or a form that is cut off would be taken for whole. */
    private static final MimeConfig STRICT = new MimeConfig.Builder()
            .setStrictParsing(true)
            .setMaxHeaderLen(LONGEST_HEADER)
            .setMaxLineLen(LONGEST_HEADER)
            .setMaxHeaderCount(MOST_HEADERS)
            .build();

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
        return maxParts * (SMALLEST_SPOOLED + PART_BYTES);
    }

    /**
     * Returns once all of the form is here.
     *
     * @param contentType with the boundary; null where the request has none
     * @throws HttpProblem if it is no form, has too many parts, or ends early
     */
    Form read(String contentType, InputStream body) {
        Spool spool = new Spool(folder);
        boolean whole = false;
        try {
            Form form = new Form(bodies, spool);
            read(contentType, new ArrivingBody(body), form, spool);
            if (form.isEmpty()) {
                throw unreadable();
            }
            whole = true;
            return form;
        } catch (MimeException | MimeIOException e) {
            throw unreadable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!whole) {
                spool.close();
            }
        }
    }

    private void read(String contentType, InputStream body, Form form, Spool spool) throws IOException, MimeException {
        if (contentType == null) {
            throw unreadable();
        }
        MimeTokenStream stream = new MimeTokenStream(STRICT);
        stream.parseHeadless(body, contentType);
        if (stream.getState() != EntityState.T_START_MULTIPART) {
            throw unreadable();
        }
        // From here on, for a part that is a multipart itself is content like any other.
        stream.setRecursionMode(RecursionMode.M_FLAT);
        int parts = 0;
        PartHeaders headers = new PartHeaders();
        for (EntityState state = stream.next(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            if (state == EntityState.T_START_BODYPART) {
                if (++parts > maxParts) {
                    throw tooManyParts();
                }
                headers = new PartHeaders();
            } else if (state == EntityState.T_FIELD) {
                headers.add(stream.getField());
            } else if (state == EntityState.T_BODY) {
                Optional<String> name = headers.name();
                if (name.isPresent()) {
                    form.add(name.get(), part(headers, stream.getInputStream(), spool));
                }
            }
        }
    }

    private static Part part(PartHeaders headers, InputStream content, Spool spool) throws IOException {
        byte[] head = content.readNBytes(SMALLEST_SPOOLED);
        return head.length < SMALLEST_SPOOLED
                ? new Part.Kept(headers.charset(), head)
                : spool.append(headers.charset(), head, content);
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
}
