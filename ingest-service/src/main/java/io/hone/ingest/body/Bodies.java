package io.hone.ingest.body;

import io.hone.images.ImageDecoder;
import io.hone.images.UnreadableImageException;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.platform.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/** Encoded images and texts off the wire. */
public final class Bodies {

    private static final Logger LOG = Logger.getLogger(Bodies.class);

    private final ImageDecoder decoder;
    private final int maxTextBytes;

    Bodies(ImageDecoder decoder, int maxTextBytes) {
        this.decoder = decoder;
        this.maxTextBytes = maxTextBytes;
    }

    /**
     * @param declared how many bytes there are said to be; negative when nobody has said
     * @throws UnreadableImageException if there are more bytes than allowed
     */
    public byte[] read(InputStream in, long declared) throws UnreadableImageException {
        decoder.requireSize(Math.max(0, declared));
        try {
            byte[] encoded = in.readNBytes(decoder.limits().maxBytes() + 1);
            decoder.requireSize(encoded.length);
            return encoded;
        } catch (IOException e) {
            throw endedEarly("image", e);
        }
    }

    /** @throws InvalidFieldException if there are more bytes than allowed */
    public String text(String field, InputStream in) {
        try {
            byte[] text = in.readNBytes(maxTextBytes + 1);
            requireTextSize(field, text.length);
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw endedEarly(field, e);
        }
    }

    /** @throws UnreadableImageException if there are more bytes than allowed */
    void requireImageSize(long bytes) throws UnreadableImageException {
        decoder.requireSize(bytes);
    }

    /** @throws InvalidFieldException if there are more bytes than allowed */
    void requireTextSize(String field, long bytes) {
        if (bytes > maxTextBytes) {
            throw new InvalidFieldException(
                    field, null, "%s has more than the %d bytes that are allowed".formatted(field, maxTextBytes));
        }
    }

    /** Whoever hung up does not read this; the metrics tell how many there are. */
    static HttpProblem endedEarly(String field, IOException e) {
        LOG.debugf("Request ended early: %s", e.getMessage());
        return Problems.problem(
                        Status.BAD_REQUEST,
                        "ended-early",
                        "Request ended early",
                        "the request ended before all of %s was here: send it again".formatted(field))
                .with("field", field)
                .build();
    }
}
