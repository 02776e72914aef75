package io.hone.bench.cifar;

import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * CIFAR-10: 50,000 training images in five batches and 10,000 test images, 32 × 32 pixels (Krizhevsky, "Learning
 * Multiple Layers of Features from Tiny Images", 2009).
 */
public interface Cifar {

    /** Width and height, in pixels. */
    int SIZE = 32;

    int BATCHES = 5;

    Classes CLASSES =
            Classes.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    /** With mean and standard deviation of the training images. */
    Preprocessing PREPROCESSING = new Preprocessing(
            SIZE, SIZE, List.of(0.4914f, 0.4822f, 0.4465f), List.of(0.247f, 0.243f, 0.261f), ColourOrder.RGB);

    /** @param batch 1 to 5 */
    Examples trainingBatch(int batch);

    Examples test();

    /** @param first batch, and {@code last}: 1 to 5 */
    default Examples training(int first, int last) {
        return new Examples(IntStream.rangeClosed(first, last)
                .mapToObj(this::trainingBatch)
                .flatMap(batch -> batch.list().stream())
                .toList());
    }

    /**
     * Looks in the folder itself, and in the folder that the archive unpacks to.
     *
     * @throws NoCifarException if neither holds one of the two known forms
     */
    static Cifar in(Path folder) {
        return Stream.of(folder, folder.resolve(BinaryCifar.UNPACKED), folder.resolve(PngCifar.UNPACKED))
                .flatMap(place -> Stream.of(place.resolve(BinaryCifar.TEST), place.resolve(PngCifar.TEST)))
                .filter(Files::isReadable)
                .findFirst()
                .map(Cifar::beside)
                .orElseThrow(() -> new NoCifarException(
                        "there is neither %s nor %s in %s".formatted(BinaryCifar.TEST, PngCifar.TEST, folder)));
    }

    private static Cifar beside(Path test) {
        return test.endsWith(BinaryCifar.TEST)
                ? new BinaryCifar(test.resolveSibling(""))
                : new PngCifar(test.resolveSibling(""));
    }
}
