package io.hone.images;

import java.io.EOFException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** The JPEG reader fills what is missing with grey and only mentions it: here that counts. */
final class Truncation implements IIOReadWarningListener {

    private boolean found;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        found |= warning.contains("Truncated File") || warning.contains("Premature end");
    }

    void check() throws EOFException {
        if (found) {
            throw new EOFException("its end is missing");
        }
    }
}
