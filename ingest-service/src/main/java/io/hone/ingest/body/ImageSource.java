package io.hone.ingest.body;

import io.hone.images.UnreadableImageException;

/** An image that has not been read from the request yet. */
public interface ImageSource {

    /** @throws UnreadableImageException if it has more bytes than allowed */
    byte[] read() throws UnreadableImageException;
}
