package io.hone.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.images.ImageType;
import io.hone.images.UnreadableImageException;
import io.hone.ingest.TestImages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecodeMemoryTest {

    private static final Duration SHORT = Duration.ofMillis(10);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Test
    void oneThatWouldNotFitAloneHasAllOfIt() throws Exception {
        // Given
        DecodeMemory one = new DecodeMemory(decoder, 1, SHORT);

        // When
        ImageType type = one.check(TestImages.png(300, 1));

        // Then
        assertThat(type).isEqualTo(ImageType.PNG);
    }

    @Test
    void whoComesMeanwhileIsToldSoOrWaits() throws Exception {
        // Given memory for one image at a time, and sixteen at the same time
        List<Boolean> impatient = together(new DecodeMemory(decoder, 1, Duration.ZERO));
        List<Boolean> patient = together(new DecodeMemory(decoder, 1, LONG));

        // Then
        assertThat(impatient).contains(true, false);
        assertThat(patient).containsOnly(true);
    }

    @Test
    void whatNeedsNoMemoryWaitsForNone() {
        // Given
        DecodeMemory hardly = new DecodeMemory(decoder, 1, Duration.ZERO);

        // When / Then
        assertThatThrownBy(() -> hardly.check(new byte[] {1, 2, 3})).isInstanceOf(UnreadableImageException.class);
    }

    @Test
    void someMemoryMustBeGiven() {
        assertThatThrownBy(() -> new DecodeMemory(decoder, 0, SHORT))
                .hasMessage("hone.ingest.decode-memory is 0, must be at least 1");
    }

    @Test
    void aBrokenImageGivesItsMemoryBack() throws Exception {
        // Given
        DecodeMemory one = new DecodeMemory(decoder, 1, SHORT);
        byte[] png = TestImages.png(1);
        byte[] half = Arrays.copyOf(png, png.length / 2);
        assertThatThrownBy(() -> one.check(half)).isInstanceOf(UnreadableImageException.class);

        // When
        ImageType type = one.check(png);

        // Then
        assertThat(type).isEqualTo(ImageType.PNG);
    }

    /** Whether each of sixteen found memory. */
    private static List<Boolean> together(DecodeMemory memory) throws Exception {
        byte[] large = TestImages.png(1_000, 1);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            Callable<Boolean> check = () -> {
                try {
                    memory.check(large);
                    return true;
                } catch (BusyException e) {
                    return false;
                }
            };
            List<Boolean> found = new ArrayList<>();
            for (Future<Boolean> each :
                    threads.invokeAll(Stream.generate(() -> check).limit(16).toList())) {
                found.add(each.get());
            }
            return found;
        } finally {
            threads.shutdown();
        }
    }
}
