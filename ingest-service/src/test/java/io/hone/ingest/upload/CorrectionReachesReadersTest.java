package io.hone.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.feed.FeedListener;
import io.hone.feed.FeedSettings;
import io.hone.feed.ImageFeed;
import io.hone.feed.SinkOpener;
import io.hone.images.ImageDecoder;
import io.hone.ingest.StackResource;
import io.hone.ingest.TestFolders;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.hone.platform.bucket.Buckets;
import io.hone.platform.kafka.KafkaClients;
import io.hone.registry.ModelRegistry;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.StoredImage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is said to ingest over HTTP, to what the trainer replays and the evaluator compares on: both read the real topic
 * with the feed and the image store that are theirs.
 */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CorrectionReachesReadersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestModels models;
    private final ModelRegistry registry;
    private final KafkaClients kafka;
    private final Buckets buckets;
    private final ImageDecoder decoder;

    private TestModel model;
    private Map<Split, ImageFeed<ImageStore>> feeds = Map.of();

    CorrectionReachesReadersTest(
            TestModels models, ModelRegistry registry, KafkaClients kafka, Buckets buckets, ImageDecoder decoder) {
        this.models = models;
        this.registry = registry;
        this.kafka = kafka;
        this.buckets = buckets;
        this.decoder = decoder;
    }

    @BeforeEach
    void startReading() {
        model = models.register();
        feeds = Map.of(
                Split.TRAINING, start("trainer", Split.TRAINING), Split.HOLD_OUT, start("evaluator", Split.HOLD_OUT));
    }

    @AfterEach
    void stopReading() {
        feeds.values().forEach(ImageFeed::close);
    }

    private ImageFeed<ImageStore> start(String service, Split split) {
        ImageFeed<ImageStore> feed = new ImageFeed<>(
                new FeedSettings(
                        service + "-" + model.name(),
                        Set.of(split),
                        split == Split.TRAINING,
                        TestFolders.fresh(service + "-"),
                        split == Split.TRAINING,
                        true,
                        Duration.ofMillis(200),
                        Duration.ofMillis(500)),
                SinkOpener.IMAGE_STORES,
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                registry,
                buckets.images(),
                decoder,
                new Unheard(),
                Clock.systemUTC());
        feed.start();
        return feed;
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void aCorrectionAndARemovalReachReplayAndHoldOut(Split split) {
        // Given an image that its reader has
        ImageId id = post(1, split, "tool:17");
        awaitLabel(split, id, "cat");

        // When
        given().contentType("application/json")
                .body("{\"label\": \"dog\", \"annotator\": \"bob\", \"annotation\": \"tool:18\"}")
                .put(model.path() + "/" + id + "/label")
                .then()
                .statusCode(200);

        // Then
        awaitLabel(split, id, "dog");
        assertThat(stored(split, id).orElseThrow().origin().annotator()).contains("bob");

        // When what the last annotation said is taken back
        given().delete("/v1/models/" + model.name() + "/annotations/tool:18")
                .then()
                .statusCode(200);

        // Then
        awaitLabel(split, id, "cat");

        // When
        given().delete(model.path() + "/" + id).then().statusCode(204);

        // Then
        awaitGone(split, id);
    }

    @Test
    void anImageWithoutAnyLabelLeftLeavesTheHoldOut() {
        // Given
        ImageId id = post(1, Split.HOLD_OUT, "tool:17");
        awaitLabel(Split.HOLD_OUT, id, "cat");

        // When
        given().delete("/v1/models/" + model.name() + "/annotations/tool:17")
                .then()
                .statusCode(200);

        // Then
        awaitGone(Split.HOLD_OUT, id);
    }

    private ImageId post(long seed, Split split, String annotation) {
        given().queryParam("label", "cat")
                .queryParam("split", split.wireName())
                .queryParam("annotation", annotation)
                .body(TestImages.png(seed))
                .post(model.path())
                .then()
                .statusCode(201);
        return ImageId.of(TestImages.png(seed));
    }

    private void awaitLabel(Split split, ImageId id, String label) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(stored(split, id)).map(StoredImage::label).contains(label));
    }

    private void awaitGone(Split split, ImageId id) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored(split, id)).isEmpty());
    }

    private Optional<StoredImage> stored(Split split, ImageId id) {
        return feeds.get(split).store(model.name()).flatMap(store -> store.find(id));
    }

    private static final class Unheard implements FeedListener<ImageStore> {
        @Override
        public void assigned(ModelName model, ImageStore store) {}

        @Override
        public void applied(ModelName model, ImageStore store) {}

        @Override
        public void revoked(ModelName model) {}
    }
}
