package io.hone.ingest.upload;

import io.hone.images.ImageDecoder;
import io.hone.images.UnreadableImageException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Encoded images off the wire, never more of one than is allowed. */
@Singleton
class Bodies {

    private final ImageDecoder decoder;

    Bodies(ImageDecoder decoder) {
        this.decoder = decoder;
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
}
