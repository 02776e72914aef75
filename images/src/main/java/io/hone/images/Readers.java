package io.hone.images;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The one reader for each type: plugins that happen to lie on the class path never see untrusted bytes. */
final class Readers {

    private static final String JDK = "com.sun.imageio.";
    private static final WebPImageReaderSpi WEBP = new WebPImageReaderSpi();

    private Readers() {}

    /** Positioned before the first image. The caller disposes of it. */
    static ImageReader open(ImageType type, byte[] encoded, Deadline deadline) throws IOException {
        ImageReader reader = type == ImageType.WEBP ? WEBP.createReaderInstance(null) : ofJdk(type);
        // Straight from the array: ImageIO's own streams would copy it into a temporary file first.
        reader.setInput(new BytesInTime(encoded, deadline), true, true);
        return reader;
    }

    private static ImageReader ofJdk(ImageType type) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(JDK)) {
                return reader;
            }
        }
        throw new IllegalStateException("this Java runtime (module java.desktop) has no reader for " + type);
    }
}
