package io.hone.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.images.Pixels;
import io.hone.vision.store.ImageSink;
import io.hone.vision.store.StoredImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullSinkTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final TestModel model = new TestModel();

    @AfterEach
    void closeModel() {
        model.close();
    }

    @Test
    void whatIsFullIsBroughtNothingMoreUntilItHasRoom() throws Exception {
        // Given: more than is taken in one go
        model.createTopics().register(folder);
        for (int shade = 0; shade < 12; shade++) {
            model.send(shade, "dark", Split.TRAINING);
        }
        Basket basket = new Basket();
        var settings = new FeedSettings(
                "basket-" + model.name,
                Set.of(Split.TRAINING),
                false,
                folder.resolve("basket"),
                false,
                false,
                Duration.ofMillis(200),
                Duration.ofMillis(500));
        Map<String, Object> fewAtATime = new HashMap<>(model.kafka);
        fewAtATime.put("max.poll.records", 4);
        try (ImageFeed<Basket> feed = new ImageFeed<>(
                settings,
                (name, directory, preprocessing) -> basket,
                fewAtATime,
                model.registry,
                model.images,
                new ImageDecoder(new ImageLimits(1 << 20, 1 << 20)),
                basket,
                Clock.systemUTC())) {
            feed.start();
            await().atMost(PATIENCE).until(() -> basket.taken.get() == 4);
            await().during(Duration.ofSeconds(1)).until(() -> basket.taken.get() == 4);

            // When
            basket.isFull = false;

            // Then: all of it, each once
            await().atMost(PATIENCE).until(() -> basket.taken.get() == 12);
            assertThat(basket.nextOffset()).isEqualTo(12);
        }
    }

    /** Takes images until it is full, which it is from the first on. */
    private static final class Basket implements ImageSink, FeedListener<Basket> {

        private final AtomicInteger taken = new AtomicInteger();
        private volatile long nextOffset;
        private volatile boolean isFull = true;

        @Override
        public boolean put(StoredImage image, Pixels pixels) {
            taken.incrementAndGet();
            nextOffset = image.offset() + 1;
            return true;
        }

        @Override
        public boolean remove(ImageId id, long offset) {
            return false;
        }

        @Override
        public void skip(long offset) {}

        @Override
        public void clear() {}

        @Override
        public long nextOffset() {
            return nextOffset;
        }

        @Override
        public boolean isFull() {
            return isFull && taken.get() > 0;
        }

        @Override
        public void close() {}

        @Override
        public void assigned(ModelName model, Basket sink) {}

        @Override
        public void applied(ModelName model, Basket sink) {}

        @Override
        public void revoked(ModelName model) {}
    }
}
