package io.hone.images;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** The one reader for each type: plugins that happen to lie on the class path never see untrusted bytes. */
final class Readers {

    private static final String JDK = "com.sun.imageio.";
    private static final Map<ImageType, ImageReaderSpi> READERS =
            Arrays.stream(ImageType.values()).collect(Collectors.toMap(Function.identity(), Readers::reader));

    private Readers() {}

    /** Positioned before the first image. The caller disposes of it. */
    static ImageReader open(ImageType type, byte[] encoded, Deadline deadline) throws IOException {
        ImageReader reader = READERS.get(type).createReaderInstance();
        // Straight from the array: ImageIO's own streams would copy it into a temporary file first.
        reader.setInput(new BytesInTime(encoded, deadline), true, true);
        return reader;
    }

    private static ImageReaderSpi reader(ImageType type) {
        return type == ImageType.WEBP ? new WebPImageReaderSpi() : readerOfJdk(type);
    }

    private static ImageReaderSpi readerOfJdk(ImageType type) {
        Iterator<ImageReaderSpi> readers = IIORegistry.getDefaultInstance()
                .getServiceProviders(ImageReaderSpi.class, spi -> isOfJdk((ImageReaderSpi) spi, type), true);
        if (!readers.hasNext()) {
            throw new IllegalStateException("this Java runtime (module java.desktop) has no reader for " + type);
        }
        return readers.next();
    }

    private static boolean isOfJdk(ImageReaderSpi spi, ImageType type) {
        return spi.getClass().getName().startsWith(JDK)
                && List.of(spi.getMIMETypes()).contains(type.mediaType());
    }
}
