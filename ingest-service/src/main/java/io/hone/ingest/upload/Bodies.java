package io.hone.ingest.upload;

import io.hone.images.ImageDecoder;
import io.hone.images.UnreadableImageException;
import io.hone.ingest.intake.IntakeConfig;
import io.hone.platform.problem.InvalidFieldException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Encoded images and texts off the wire, never more of one than is allowed. */
@Singleton
class Bodies {

    private final ImageDecoder decoder;
    private final int maxTextBytes;

    Bodies(ImageDecoder decoder, IntakeConfig config) {
        this.decoder = decoder;
        this.maxTextBytes = Math.toIntExact(config.maxTextBytes().asLongValue());
    }

    /**
     * @param declared how many bytes there are said to be; negative when nobody has said
     * @throws UnreadableImageException if there are more bytes than allowed
     */
    byte[] read(InputStream in, long declared) throws UnreadableImageException {
        decoder.requireSize(Math.max(0, declared));
        try {
            byte[] encoded = in.readNBytes(decoder.limits().maxBytes() + 1);
            decoder.requireSize(encoded.length);
            return encoded;
        } catch (IOException e) {
            throw new UncheckedIOException("the image could not be read from the request", e);
        }
    }

    /** @throws InvalidFieldException if there are more bytes than allowed */
    String text(String field, InputStream in) {
        try {
            byte[] text = in.readNBytes(maxTextBytes + 1);
            if (text.length > maxTextBytes) {
                throw new InvalidFieldException(
                        field, null, "%s has more than the %d bytes that are allowed".formatted(field, maxTextBytes));
            }
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be read from the request".formatted(field), e);
        }
    }
}
